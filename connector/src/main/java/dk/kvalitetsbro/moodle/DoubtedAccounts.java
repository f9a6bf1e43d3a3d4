package dk.kvalitetsbro.moodle;

import static java.util.Objects.requireNonNull;

import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.assignments.Assignments;
import dk.kvalitetsbro.assignments.Assignments.Lost;
import dk.kvalitetsbro.assignments.LearningPlatform;
import dk.kvalitetsbro.assignments.LearningPlatform.Account;
import dk.kvalitetsbro.assignments.LearningPlatform.Result;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * People whose account Moodle told a change of, until Moodle has been asked how it stands: an account that was deleted
 * may have been one of two, and one that was suspended may be let in again.
 */
@ApplicationScoped
class DoubtedAccounts {
    /** People asked about at once. */
    static final int PORTION = 200;

    private final Jdbi jdbi;
    private final LearningPlatform platform;
    private final Taking taking;
    private final Assignments assignments;
    private final Clock clock;

    @Inject
    DoubtedAccounts(Jdbi jdbi, LearningPlatform platform, Taking taking, Assignments assignments, Clock clock) {
        this.jdbi = jdbi;
        this.platform = platform;
        this.taking = taking;
        this.assignments = assignments;
        this.clock = clock;
    }

    /** Remembers those of them who take a course. */
    public void doubt(Collection<PersonKey> people) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into moodle.doubted_account (person_key, told)
                        select distinct person_key, cast(:now as timestamptz) from assignments.assigned
                         where person_key = any (:people) and state = 'IN_MOODLE' order by person_key
                            on conflict (person_key) do update set told = excluded.told""")
                .bind("now", OffsetDateTime.now(clock))
                .bindArray("people", String.class, keys(people))
                .execute());
    }

    /**
     * Asks Moodle about them, and puts what they take before those who can do something about it where the account is
     * gone, suspended or one of several. They are kept when Moodle can't tell.
     *
     * @throws LearningPlatform.Unavailable when Moodle can't be asked now
     */
    public void settle() {
        OffsetDateTime begun = OffsetDateTime.now(clock);
        List<PersonKey> people = oldest();
        if (!people.isEmpty()) {
            Map<PersonKey, Account> accounts = platform.accounts(people);
            assignments.lost(taking.by(people).stream()
                    .flatMap(taken -> obstacle(requireNonNull(accounts.get(taken.person()))).stream()
                            .map(why -> new Lost(taken.person(), taken.courseId(), why)))
                    .toList());
            settled(people, begun);
        }
    }

    /** The same as the poll finds: these people had one account when they were enrolled. */
    private static Optional<Result> obstacle(Account account) {
        return switch (account) {
            case NONE -> Optional.of(Result.ACCOUNT_GONE);
            case SEVERAL -> Optional.of(Result.SEVERAL_ACCOUNTS);
            case SUSPENDED -> Optional.of(Result.ACCOUNT_SUSPENDED);
            case ACTIVE -> Optional.empty();
        };
    }

    private List<PersonKey> oldest() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select person_key from moodle.doubted_account order by told, person_key limit :portion")
                .bind("portion", PORTION)
                .mapTo(PersonKey.class)
                .list());
    }

    /** What was told while Moodle was asked is asked about again. */
    private void settled(List<PersonKey> people, OffsetDateTime begun) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "delete from moodle.doubted_account where person_key = any (:people) and told <= :begun")
                .bind("begun", begun)
                .bindArray("people", String.class, keys(people))
                .execute());
    }

    private static List<String> keys(Collection<PersonKey> people) {
        return people.stream().map(PersonKey::value).toList();
    }
}
