package dk.kvalitetsbro.access;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** Where a person begins. */
final class Home {
    private Home() {}

    static String of(Actor actor) {
        if (!actor.leads().isEmpty()) {
            return "dagtilbud/" + first(actor.leads()) + "/overblik";
        }
        if (actor.is(Role.STAFF)) {
            return "mine-forloeb";
        }
        if (actor.is(Role.AREA_LEADER)) {
            return "omraade";
        }
        if (actor.is(Role.HR)) {
            return "daekning";
        }
        if (actor.is(Role.ADMINISTRATION)) {
            return "runder";
        }
        if (actor.is(Role.SYSTEM_ADMINISTRATOR)) {
            return "moodle";
        }
        if (actor.is(Role.DATA_PROTECTION_OFFICER)) {
            return "log";
        }
        if (!actor.centresAs(Role.BOARD).isEmpty()) {
            return "dagtilbud/" + first(actor.centresAs(Role.BOARD)) + "/bestyrelse";
        }
        return actor.is(Role.CONSULTANT) ? ofConsultant(actor) : "kommune/overblik";
    }

    /** To the whole municipality, to a centre, or to a workshop: the widest invitation first. */
    private static String ofConsultant(Actor actor) {
        Invited widest = actor.invited().stream()
                .filter(invited -> invited.role() == Role.CONSULTANT)
                .min(Comparator.comparing((Invited invited) -> invited.centre().isPresent())
                        .thenComparing(invited -> invited.workshop().isPresent())
                        .thenComparing(invited ->
                                invited.centre().map(CentreCode::value).orElse("")))
                .orElseThrow();
        Optional<String> centre = widest.centre().map(code -> "dagtilbud/" + code);
        return centre.map(place -> widest.workshop()
                        .map(workshop -> place + "/workshops/" + workshop)
                        .orElse(place + "/resultater"))
                .orElse("dagtilbud");
    }

    /** @throws java.util.NoSuchElementException when there is none */
    static CentreCode first(Set<CentreCode> centres) {
        return centres.stream().min(Comparator.comparing(CentreCode::value)).orElseThrow();
    }
}
