package dk.kvalitetsbro.privacy;

import static java.util.Comparator.comparing;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.privacy.People.Known;
import dk.kvalitetsbro.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Everything that is held about one person, in every package, and the end of it. */
@ApplicationScoped
public class PersonalRecords {
    private final Jdbi jdbi;
    private final People people;
    private final Iterable<PersonalData> everywhere;
    private final AuditLog audit;
    private final Clock clock;
    private final int days;

    @Inject
    public PersonalRecords(
            Jdbi jdbi,
            People people,
            @Any Instance<PersonalData> everywhere,
            AuditLog audit,
            Clock clock,
            @ConfigProperty(name = "privacy.retention.days") int days) {
        this(jdbi, people, (Iterable<PersonalData>) everywhere, audit, clock, days);
    }

    PersonalRecords(
            Jdbi jdbi, People people, Iterable<PersonalData> everywhere, AuditLog audit, Clock clock, int days) {
        this.jdbi = jdbi;
        this.people = people;
        this.everywhere = everywhere;
        this.audit = audit;
        this.clock = clock;
        this.days = days;
    }

    /** Serves CDI's proxy only. */
    @SuppressWarnings("NullAway")
    protected PersonalRecords() {
        this(null, null, (Iterable<PersonalData>) null, null, null, 0);
    }

    public List<Holding> of(PersonKey key) {
        Holdings holdings = new Holdings(jdbi, person(key));
        everywhere.forEach(part -> part.tell(holdings));
        return holdings.found().stream()
                .sorted(comparing(PersonalRecords::rank).thenComparing(Holding::kind))
                .toList();
    }

    /** Who somebody is comes first, and the long lists of what they did here last. */
    private static int rank(Holding holding) {
        if (holding.kind().equals("organisation.person")) {
            return 0;
        }
        return holding.kind().startsWith("access.") ? 2 : 1;
    }

    /** @return the last day that somebody is kept who has left */
    public Optional<LocalDate> keptUntil(Known someone) {
        return someone.left().map(day -> day.plusDays(days));
    }

    /**
     * Deletes everything about somebody who has left.
     *
     * @param reason why before the time is up; blank where it is
     * @throws Refusal when they have not left, or the time is not up and no reason is given
     */
    @Transactional
    public void erase(PersonKey key, String reason) {
        Optional<Known> known = people.find(key);
        LocalDate today = LocalDate.now(clock);
        if (known.isPresent() && known.get().left().filter(today::isAfter).isEmpty()) {
            throw new Refusal("privacy.erase.employed");
        }
        boolean early = known.flatMap(this::keptUntil)
                .filter(last -> !today.isAfter(last))
                .isPresent();
        if (early && reason.isBlank()) {
            throw new Refusal("privacy.erase.reasonMissing");
        }
        everywhereErase(key);
        audit.add("privacy.erased", key.value(), early ? "early: " + reason : "");
    }

    /** @return those who left so long ago that their time is up */
    List<PersonKey> due() {
        return people.leftBefore(LocalDate.now(clock).minusDays(days));
    }

    /** Deletes everything about somebody whose time is up. */
    @Transactional
    public void eraseInTime(PersonKey key) {
        everywhereErase(key);
        audit.addAtTheDoor(Optional.empty(), "privacy.erasedInTime", key.value(), days + " days");
    }

    private void everywhereErase(PersonKey key) {
        Erasure erasure = new Erasure(jdbi, person(key));
        everywhere.forEach(part -> part.erase(erasure));
    }

    private Person person(PersonKey key) {
        Optional<String> name = people.find(key).map(Known::name);
        boolean shared = name.filter(known -> people.isNameOfOthers(key, known)).isPresent();
        return new Person(key, name, shared);
    }
}
