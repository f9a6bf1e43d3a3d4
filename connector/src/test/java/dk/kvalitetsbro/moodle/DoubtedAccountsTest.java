package dk.kvalitetsbro.moodle;

import static dk.kvalitetsbro.SmallTown.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.SmallTown;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.assignments.LearningPlatform;
import dk.kvalitetsbro.assignments.TestAssignments;
import dk.kvalitetsbro.moodle.client.Users.UserChange;
import dk.kvalitetsbro.moodle.fake.MoodleVersion;
import dk.kvalitetsbro.moodle.fake.SiteState;
import dk.kvalitetsbro.moodle.fake.User;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoubtedAccountsTest {
    private final RunningMoodle running = new RunningMoodle(MoodleVersion.V5_1);
    private final Moodle moodle = running.moodle();
    private final Jdbi jdbi = TestDatabase.begin().jdbi();
    private final MovableClock clock = new MovableClock();
    private final SmallTown town = new SmallTown(jdbi);
    private final LearningPlatform platform = RunningMoodle.platform(jdbi, moodle);
    private final DoubtedAccounts accounts = accounts(platform);
    private final long need;

    DoubtedAccountsTest() {
        town.centre("C1").course(11, "Matematik", 6, "MAT");
        need = town.need("C1", "MAT", "Fordi.");
        taking("p1");
    }

    private DoubtedAccounts accounts(LearningPlatform asked) {
        return new DoubtedAccounts(jdbi, asked, new Taking(jdbi), TestAssignments.on(jdbi, clock), clock);
    }

    @AfterEach
    void stop() {
        moodle.close();
        running.close();
    }

    @Test
    void an_account_that_is_gone_suspended_or_one_of_several_is_put_before_people_once_moodle_says_so() {
        taking("p7", "p8", "p9");
        running.site.addUsers(List.of(User.named("t1", "Two Fold", "p7"), User.named("t2", "Two Fold", "p7")));
        long suspended = running.site
                .addUsers(List.of(User.named("s", "Susp Ended", "p8")))
                .get(0);
        moodle.ask(client -> {
            client.users().update(UserChange.of(suspended).suspended(true));
            return true;
        });

        accounts.doubt(List.of(key("p1"), key("p7"), key("p8"), key("p9")));
        assertEquals("IN_MOODLE", state("p9"));
        assertEquals(4, town.count("moodle.doubted_account"));

        accounts.settle();

        assertEquals("IN_MOODLE", state("p1"));
        assertEquals("PARKED SEVERAL_ACCOUNTS", state("p7"));
        assertEquals("PARKED ACCOUNT_SUSPENDED", state("p8"));
        assertEquals("PARKED ACCOUNT_GONE", state("p9"));
        assertEquals(0, town.count("moodle.doubted_account"));
    }

    @Test
    void accounts_are_asked_about_again_when_moodle_does_not_answer() {
        accounts.doubt(List.of(key("p1")));
        running.site.faults().siteIs(SiteState.MAINTENANCE_FROM_COMMAND_LINE);

        assertThrows(LearningPlatform.Unavailable.class, accounts::settle);

        assertEquals("IN_MOODLE", state("p1"));
        assertEquals(1, town.count("moodle.doubted_account"));
    }

    @Test
    void an_account_that_changes_while_moodle_is_asked_is_asked_about_again() {
        accounts.doubt(List.of(key("p1")));

        accounts(new Changing()).settle();
        assertEquals(1, town.count("moodle.doubted_account"));

        accounts.settle();
        assertEquals(0, town.count("moodle.doubted_account"));
    }

    private void taking(String... people) {
        for (String person : people) {
            town.pedagogue(person, "C1").taking(person, 11, need, OffsetDateTime.now(clock));
        }
    }

    private String state(String person) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select concat_ws(' ', state, obstacle) from assignments.assignment where person_key = ?")
                .bind(0, person)
                .mapTo(String.class)
                .one());
    }

    /** Moodle, where everybody changes once more before it answers. */
    private final class Changing implements LearningPlatform {
        @Override
        public Map<Long, Result> enrol(List<Enrolment> enrolments) {
            return platform.enrol(enrolments);
        }

        @Override
        public Map<PersonKey, Account> accounts(Collection<PersonKey> people) {
            clock.move(Duration.ofSeconds(1));
            accounts.doubt(people);
            return platform.accounts(people);
        }
    }
}
