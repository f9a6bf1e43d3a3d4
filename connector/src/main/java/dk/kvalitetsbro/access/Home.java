package dk.kvalitetsbro.access;

/** Where a person begins. */
final class Home {
    private Home() {}

    static String of(Actor actor) {
        if (!actor.leads().isEmpty()) {
            return "dagtilbud/"
                    + actor.leads().stream()
                            .map(CentreCode::value)
                            .sorted()
                            .findFirst()
                            .orElseThrow() + "/overblik";
        }
        if (actor.is(Role.STAFF)) {
            return "mine-forloeb";
        }
        if (actor.is(Role.HR)) {
            return "daekning";
        }
        return actor.is(Role.ADMINISTRATION) ? "runder" : "moodle";
    }
}
