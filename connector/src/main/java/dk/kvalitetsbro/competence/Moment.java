package dk.kvalitetsbro.competence;

import dk.kvalitetsbro.organisation.Employment;
import dk.kvalitetsbro.web.Texts;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A day in a person's working life that their record tells of.
 *
 * @param learning   the course, when it is about one
 * @param employment the employment, when it is about one
 */
public record Moment(LocalDate day, Kind kind, Optional<Learning> learning, Optional<Employment> employment) {

    /** What happened. */
    public enum Kind {
        EMPLOYED,
        LEAVE_BEGUN,
        LEFT,
        ASSIGNED,
        COMPLETED
    }

    /** @return what has happened until today, the newest first */
    static List<Moment> timeLine(List<Employment> employments, List<Learning> learnings, LocalDate today) {
        List<Moment> moments = new ArrayList<>();
        for (Employment each : employments) {
            moments.add(of(Kind.EMPLOYED, each.employedFrom(), each));
            each.leaveFrom().ifPresent(day -> moments.add(of(Kind.LEAVE_BEGUN, day, each)));
            each.employedTo().ifPresent(day -> moments.add(of(Kind.LEFT, day, each)));
        }
        for (Learning each : learnings) {
            moments.add(of(Kind.ASSIGNED, each.assigned(), each));
            each.completed().ifPresent(at -> moments.add(of(Kind.COMPLETED, at, each)));
        }
        return moments.stream()
                .filter(moment -> !moment.day().isAfter(today))
                .sorted(Comparator.comparing(Moment::day)
                        .thenComparing(Moment::kind)
                        .reversed())
                .toList();
    }

    private static Moment of(Kind kind, LocalDate day, Employment employment) {
        return new Moment(day, kind, Optional.empty(), Optional.of(employment));
    }

    private static Moment of(Kind kind, OffsetDateTime at, Learning learning) {
        LocalDate day = at.atZoneSameInstant(Texts.ZONE).toLocalDate();
        return new Moment(day, kind, Optional.of(learning), Optional.empty());
    }
}
