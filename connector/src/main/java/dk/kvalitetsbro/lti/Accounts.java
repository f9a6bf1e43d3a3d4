package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.access.PersonKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/** The one account of a platform that each person comes with: theirs from the first time on. */
@ApplicationScoped
class Accounts {
    /**
     * @param first when it came the first time
     * @param seen  and the last
     */
    public record Bound(OffsetDateTime first, OffsetDateTime seen) {}

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    Accounts(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * Notes that the account comes as the person. Outside a transaction, so that of two who come first at the same time
     * one is the first.
     *
     * @return whether it always has: not if the account has come as somebody else, or the person with another account
     */
    public boolean comesAsAlways(Account account) {
        return jdbi.withHandle(handle -> {
            bound(
                            handle.createUpdate(
                                    """
                            insert into lti.account (platform, subject, person_key, first, seen)
                            select id, :subject, :person, :now, :now from lti.platform where id = :platform
                            on conflict do nothing"""),
                            account)
                    .execute();
            return bound(
                                    handle.createUpdate(
                                            """
                            update lti.account set seen = :now
                             where platform = :platform and subject = :subject and person_key = :person"""),
                                    account)
                            .execute()
                    == 1;
        });
    }

    private <S extends SqlStatement<S>> S bound(S statement, Account account) {
        return statement
                .bind("platform", account.platform())
                .bind("subject", account.subject())
                .bind("person", account.person())
                .bind("now", OffsetDateTime.now(clock));
    }

    /** @return whose the account is; empty where it never came */
    public Optional<PersonKey> ownerOf(Account account) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select person_key from lti.account where platform = :platform and subject = :subject")
                .bind("platform", account.platform())
                .bind("subject", account.subject())
                .mapTo(PersonKey.class)
                .findOne());
    }

    /** @return since when the person's account is theirs; empty where the person never came from the platform */
    public Optional<Bound> boundTo(long platform, String person) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select first, seen from lti.account where platform = :platform and person_key = :person")
                .bind("platform", platform)
                .bind("person", person)
                .mapTo(Bound.class)
                .findOne());
    }

    /** @return how many people have come from each platform, each with an account of their own; those of none are left out */
    public Map<Long, Integer> count() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select platform, count(*) as accounts from lti.account group by platform")
                        .reduceRows(new HashMap<>(), (counts, row) -> {
                            counts.put(row.getColumn("platform", Long.class), row.getColumn("accounts", Integer.class));
                            return counts;
                        }));
    }

    /** @return what the platform calls the account that the person came with, which they may come without from now on */
    public Optional<String> forget(long platform, String person) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "delete from lti.account where platform = :platform and person_key = :person returning subject")
                .bind("platform", platform)
                .bind("person", person)
                .mapTo(String.class)
                .findOne());
    }
}
