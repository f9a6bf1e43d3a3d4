package dk.kvalitetsbro.lti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.PersonKey;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountsTest {
    private final TestDatabase database = TestDatabase.begin();
    private final MovableClock clock = new MovableClock();
    private final Accounts accounts = new Accounts(database.jdbi(), clock);
    private final Platforms platforms = new Platforms(database.jdbi(), clock);
    private final long moodle = platform("https://moodle.example");

    @AfterEach
    void nothing_is_kept() {
        database.close();
    }

    @Test
    void an_account_comes_as_the_one_it_first_came_as_and_as_nobody_else() {
        assertTrue(accounts.comesAsAlways(account("5", "maja")));
        clock.move(Duration.ofDays(400));
        assertTrue(accounts.comesAsAlways(account("5", "maja")));
        assertFalse(accounts.comesAsAlways(account("5", "karen")));
        assertEquals(Optional.of(new PersonKey("maja")), accounts.ownerOf(account("5", "karen")));
    }

    @Test
    void a_person_comes_with_the_account_they_first_came_with_and_with_no_other() {
        assertTrue(accounts.comesAsAlways(account("5", "maja")));
        assertFalse(accounts.comesAsAlways(account("6", "maja")));
        assertEquals(Optional.empty(), accounts.ownerOf(account("6", "maja")));
    }

    @Test
    void each_platform_has_accounts_of_its_own() {
        assertTrue(accounts.comesAsAlways(account("5", "maja")));
        assertTrue(accounts.comesAsAlways(
                new Account(platform("https://other.example"), "", "5", new PersonKey("karen"))));
    }

    @Test
    void what_was_bound_at_one_platform_lets_nobody_in_from_another() {
        long other = platform("https://other.example");
        accounts.comesAsAlways(account("5", "maja"));
        accounts.comesAsAlways(new Account(other, "https://other.example", "5", new PersonKey("karen")));

        assertFalse(accounts.comesAsAlways(new Account(other, "https://other.example", "5", new PersonKey("maja"))));
    }

    @Test
    void what_is_forgotten_begins_anew() {
        accounts.comesAsAlways(account("5", "maja"));

        assertEquals(Optional.empty(), accounts.forget(moodle, "karen"));
        assertEquals(Optional.of("5"), accounts.forget(moodle, "maja"));
        assertTrue(accounts.comesAsAlways(account("6", "maja")));
        assertTrue(accounts.comesAsAlways(account("5", "karen")));
    }

    @Test
    void since_when_an_account_is_somebodys_is_told_and_how_many_there_are() {
        OffsetDateTime first = OffsetDateTime.now(clock);
        accounts.comesAsAlways(account("5", "maja"));
        accounts.comesAsAlways(new Account(platform("https://other.example"), "", "6", new PersonKey("karen")));
        clock.move(Duration.ofDays(400));
        accounts.comesAsAlways(account("5", "maja"));
        accounts.comesAsAlways(account("7", "anne"));

        var bound = accounts.boundTo(moodle, "maja").orElseThrow();
        assertTrue(bound.first().isEqual(first));
        assertTrue(bound.seen().isEqual(first.plusDays(400)));
        assertEquals(Optional.empty(), accounts.boundTo(moodle, "karen"));
        assertEquals(2, accounts.count().get(moodle));
    }

    @Test
    void whose_an_account_is_and_that_it_is_forgotten_is_about_one_platform() {
        long other = platform("https://other.example");
        accounts.comesAsAlways(account("5", "maja"));
        accounts.comesAsAlways(account("6", "karen"));

        assertEquals(
                Optional.empty(),
                accounts.ownerOf(new Account(other, "https://other.example", "5", new PersonKey("maja"))));
        assertEquals(Optional.empty(), accounts.forget(other, "maja"));
        assertEquals(Optional.of("5"), accounts.forget(moodle, "maja"));
        assertEquals(Optional.of(new PersonKey("karen")), accounts.ownerOf(account("6", "karen")));
    }

    @Test
    void of_many_accounts_that_come_first_as_the_same_person_one_is_let_in() throws Exception {
        assertEquals(1, letInOf(i -> account("account-" + i, "maja")));
    }

    @Test
    void of_many_people_that_an_account_comes_first_as_one_is_let_in() throws Exception {
        assertEquals(1, letInOf(i -> account("5", "person-" + i)));
    }

    @Test
    void whoever_opens_a_link_many_times_at_once_is_let_in_each_time() throws Exception {
        assertEquals(8, letInOf(i -> account("5", "maja")));
    }

    private interface Coming {
        Account account(int number);
    }

    private long letInOf(Coming coming) throws Exception {
        ExecutorService together = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> all = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(i -> () -> accounts.comesAsAlways(coming.account(i)))
                    .toList();
            long letIn = 0;
            for (Future<Boolean> one : together.invokeAll(all)) {
                letIn += one.get() ? 1 : 0;
            }
            return letIn;
        } finally {
            together.shutdown();
        }
    }

    private Account account(String subject, String person) {
        return new Account(moodle, "https://moodle.example", subject, new PersonKey(person));
    }

    private long platform(String issuer) {
        URI address = URI.create(issuer);
        return platforms
                .register(
                        new Platforms.Registration(
                                issuer, "client", "Moodle", address, address, address, Optional.empty()),
                        Platform.State.ACTIVE)
                .id();
    }
}
