package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.organisation.Centre;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.organisation.StaffMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Some people who should have an account in Moodle, to see whether the connection finds people at all. */
@ApplicationScoped
class StaffSample {
    private static final int SIZE = 10;

    private final Organisation organisation;
    private final Clock clock;

    @Inject
    StaffSample(Organisation organisation, Clock clock) {
        this.organisation = organisation;
        this.clock = clock;
    }

    /** @return some of today's staff, from several centres where there are several */
    public List<PersonKey> people() {
        LocalDate today = LocalDate.now(clock);
        List<Centre> centres = organisation.centres(today).stream().limit(SIZE).toList();
        int ofEach = SIZE / Math.max(1, centres.size());
        return centres.stream()
                .flatMap(centre ->
                        organisation.staff(centre.code(), today).stream().limit(ofEach))
                .map(StaffMember::personKey)
                .distinct()
                .toList();
    }
}
