package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.access.Actor;
import dk.kvalitetsbro.access.Entrance;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Lets in whom a verified launch is about, if they are known here and come with their own account. */
@ApplicationScoped
class Admission {
    private final Scope scope;
    private final Accounts accounts;
    private final Entrance entrance;
    private final Clock clock;

    @Inject
    Admission(Scope scope, Accounts accounts, Entrance entrance, Clock clock) {
        this.scope = scope;
        this.accounts = accounts;
        this.entrance = entrance;
        this.clock = clock;
    }

    /**
     * @return who it is; empty if they have nothing to do here today
     * @throws LaunchRefused if the account is somebody else's, or the person has another
     */
    Optional<Actor> known(Account account) {
        Optional<Actor> actor = scope.actor(account.person(), LocalDate.now(clock));
        if (actor.isPresent() && !accounts.comesAsAlways(account)) {
            throw refused(account);
        }
        return actor;
    }

    private LaunchRefused refused(Account account) {
        Optional<PersonKey> owner = accounts.ownerOf(account);
        return owner.isPresent()
                ? LaunchRefused.of(Rule.SAME_PERSON, account, " was=" + owner.get())
                : LaunchRefused.of(Rule.SAME_ACCOUNT, account, "");
    }

    /** Begins a session, and leads to the page or to where the person begins. */
    Response admit(Account account, Optional<String> page) {
        known(account);
        return entrance.admit(account.person(), "lti", page).orElseThrow(() -> unknown(account));
    }

    static LaunchRefused unknown(Account account) {
        return new LaunchRefused(
                Rule.PERSON, "unknown here", Optional.of(account.person().value()));
    }
}
