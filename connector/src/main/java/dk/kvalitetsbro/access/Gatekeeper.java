package dk.kvalitetsbro.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Decides by the table of rights whether an actor may use a route for the centre or person named in it. */
@ApplicationScoped
public class Gatekeeper {
    /** What the table says. */
    public enum Decision {
        LET_IN,
        SIGN_IN_FIRST,
        REFUSED
    }

    private final Scope scope;
    private final Clock clock;

    @jakarta.inject.Inject
    public Gatekeeper(Scope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * @param path   the route's template, such as {@code dagtilbud/{centre}/resultater}
     * @param centre the centre named in the request's path, if the route names one
     * @param person the person named in the request's path, if the route names one
     */
    Decision decide(
            String method,
            String path,
            Optional<Actor> actor,
            Optional<CentreCode> centre,
            Optional<PersonKey> person) {
        Optional<Rights.Rule> rule = Rights.rule(method, path);
        if (rule.isEmpty()) {
            return Decision.REFUSED;
        }
        if (rule.get().grants().stream().anyMatch(grant -> grants(grant, actor, centre, person))) {
            return Decision.LET_IN;
        }
        return actor.isPresent() ? Decision.REFUSED : Decision.SIGN_IN_FIRST;
    }

    /**
     * As above, for a program: a token is let in by nothing but its scopes.
     *
     * @param centre the centre named in the request's path, if the route names one
     */
    static Decision decide(String method, String path, ApiToken token, Optional<CentreCode> centre) {
        boolean granted = Rights.rule(method, path).stream()
                .flatMap(rule -> rule.grants().stream())
                .flatMap(grant -> grant.scope().stream())
                .anyMatch(scope -> token.reaches(scope, centre));
        return granted ? Decision.LET_IN : Decision.REFUSED;
    }

    private boolean grants(
            Grant grant, Optional<Actor> actor, Optional<CentreCode> centre, Optional<PersonKey> person) {
        if (grant.reach() == Grant.Reach.ANYONE) {
            return true;
        }
        if (actor.isEmpty()) {
            return false;
        }
        Actor someone = actor.get();
        boolean inRole = grant.role().map(someone::is).orElse(true);
        return inRole
                && switch (grant.reach()) {
                    case ANYONE, SIGNED_IN, EVERYWHERE -> true;
                    case TOKEN -> false;
                    case OWN_CENTRE ->
                        centre.map(place -> own(grant, someone, place)).orElse(false);
                    case OWN_STAFF ->
                        person.map(employee -> leadsSomeCentreOf(someone, employee))
                                .orElse(false);
                };
    }

    private static boolean own(Grant grant, Actor actor, CentreCode centre) {
        return grant.role().equals(Optional.of(Role.LEADER))
                ? actor.leads().contains(centre)
                : actor.worksAt().contains(centre);
    }

    private boolean leadsSomeCentreOf(Actor actor, PersonKey person) {
        return scope.centresOf(person, LocalDate.now(clock)).stream().anyMatch(actor.leads()::contains);
    }
}
