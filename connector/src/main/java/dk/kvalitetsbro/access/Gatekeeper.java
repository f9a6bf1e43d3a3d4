package dk.kvalitetsbro.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Decides by the table of rights whether an actor may use a route for what is named in it. */
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
     * @param path  the route's template, such as {@code dagtilbud/{centre}/resultater}
     * @param named what the request's path has in the template's places
     */
    Decision decide(String method, String path, Optional<Actor> actor, InPath named) {
        Optional<Rights.Rule> rule = Rights.rule(method, path);
        if (rule.isEmpty()) {
            return Decision.REFUSED;
        }
        if (rule.get().grants().stream().anyMatch(grant -> grants(grant, actor, named))) {
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

    private boolean grants(Grant grant, Optional<Actor> actor, InPath named) {
        if (grant.reach() == Grant.Reach.ANYONE) {
            return true;
        }
        return actor.filter(someone -> grant.role().map(someone::is).orElse(true))
                .map(someone -> reaches(grant, someone, named))
                .orElse(false);
    }

    private boolean reaches(Grant grant, Actor actor, InPath named) {
        return switch (grant.reach()) {
            case ANYONE, SIGNED_IN, EVERYWHERE -> true;
            case TOKEN -> false;
            case OWN_CENTRE, OWN_AREA ->
                named.centre()
                        .map(centre ->
                                actor.centresAs(grant.role().orElseThrow()).contains(centre))
                        .orElse(false);
            case OWN_STAFF ->
                named.person()
                        .map(employee -> leadsSomeCentreOf(actor, employee))
                        .orElse(false);
            case INVITED ->
                actor.invited().stream()
                        .filter(invitation -> grant.role().equals(Optional.of(invitation.role())))
                        .anyMatch(invitation -> invitation.coversResultsOf(named.centre()));
            case INVITED_WORKSHOP ->
                actor.invited().stream()
                        .filter(invitation -> grant.role().equals(Optional.of(invitation.role())))
                        .anyMatch(invitation -> invitation.coversWorkshop(named.centre(), named.workshop()));
        };
    }

    private boolean leadsSomeCentreOf(Actor actor, PersonKey person) {
        return scope.centresOf(person, LocalDate.now(clock)).stream().anyMatch(actor.leads()::contains);
    }
}
