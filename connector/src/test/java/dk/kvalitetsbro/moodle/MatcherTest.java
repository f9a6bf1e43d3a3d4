package dk.kvalitetsbro.moodle;

import static dk.kvalitetsbro.moodle.Matching.Group.MATCHED;
import static dk.kvalitetsbro.moodle.Matching.Group.NO_ACCOUNT;
import static dk.kvalitetsbro.moodle.Matching.Group.NO_KEY;
import static dk.kvalitetsbro.moodle.Matching.Group.SEVERAL_ACCOUNTS;
import static dk.kvalitetsbro.moodle.Matching.Group.SUSPENDED;
import static dk.kvalitetsbro.moodle.Matching.Group.UNKNOWN_KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.SmallTown;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.moodle.AccountSearch.KeyField;
import dk.kvalitetsbro.moodle.Matching.Group;
import dk.kvalitetsbro.moodle.Matching.Row;
import dk.kvalitetsbro.moodle.client.Users.UserChange;
import dk.kvalitetsbro.moodle.fake.MoodleVersion;
import dk.kvalitetsbro.moodle.fake.User;
import dk.kvalitetsbro.organisation.Organisation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People of the organisation against the accounts of a Moodle that has a plugin, and of one that has none. */
class MatcherTest {
    private final Jdbi jdbi = TestDatabase.begin().jdbi();
    private final SmallTown town = new SmallTown(jdbi);
    private final RunningMoodle withPlugin = RunningMoodle.withPlugin(MoodleVersion.V5_1);
    private final RunningMoodle without = new RunningMoodle(MoodleVersion.V4_5);
    private final Moodle plugin = withPlugin.moodle();
    private final Moodle plain = without.moodle();

    @BeforeEach
    void people_and_accounts() {
        town.centre("C1");
        for (String key : List.of("p1", "p2", "p3", "p4", "p5")) {
            town.pedagogue(key, "C1");
        }
        town.leaves("E-p5", LocalDate.parse("2026-05-31"));
        for (RunningMoodle there : List.of(withPlugin, without)) {
            there.site.addUsers(List.of(
                    User.named("p3", "En Konto", "p3"),
                    User.named("anden", "Anden Konto", "p3"),
                    User.named("forhen", "Tidligere Ansat", "p5"),
                    User.named("student", "Uden Nøgle", ""),
                    User.named("farlig", "Farlig Nøgle", "010190-1234")));
        }
        plugin.ask(client ->
                client.users().update(List.of(UserChange.of(withPlugin.karen).suspended(true))));
        plain.ask(client ->
                client.users().update(List.of(UserChange.of(without.karen).suspended(true))));
    }

    @AfterEach
    void stop() {
        plugin.close();
        plain.close();
        withPlugin.close();
        without.close();
    }

    @Test
    void with_the_plugin_every_account_is_looked_at() {
        Matching found = matcher(plugin).compare(KeyField.IDNUMBER);

        assertTrue(found.all());
        assertEquals(List.of(new Row(MATCHED, "p1", "p1", List.of(withPlugin.maja))), found.in(MATCHED));
        assertEquals(List.of("p2"), keys(found, SUSPENDED));
        assertEquals(List.of("p3"), keys(found, SEVERAL_ACCOUNTS));
        assertEquals(2, found.in(SEVERAL_ACCOUNTS).get(0).accounts().size());
        assertEquals(List.of("p4"), keys(found, NO_ACCOUNT));
        assertTrue(keys(found, UNKNOWN_KEY).contains("p5"), "who has left today");
        assertFalse(keys(found, UNKNOWN_KEY).contains("p1"), "who has not");
        assertTrue(found.in(NO_KEY).stream().allMatch(row -> row.name().isEmpty()));
        assertFalse(found.in(NO_KEY).isEmpty());
    }

    @Test
    void a_cpr_number_that_somebody_put_into_moodle_is_not_shown() {
        Matching found = matcher(plugin).compare(KeyField.IDNUMBER);

        assertTrue(keys(found, UNKNOWN_KEY).contains("…"));
        assertFalse(found.toString().contains("010190"));
    }

    @Test
    void an_account_that_was_deleted_is_none() {
        withPlugin.site.deleteUser(withPlugin.maja);

        Matching found = matcher(plugin).compare(KeyField.IDNUMBER);

        assertTrue(keys(found, NO_ACCOUNT).contains("p1"));
        assertFalse(found.toString().contains("[" + withPlugin.maja + "]"), found.toString());
    }

    @Test
    void without_the_plugin_only_accounts_with_somebodys_key_are_seen() {
        Matching found = matcher(plain).compare(KeyField.IDNUMBER);

        assertFalse(found.all());
        assertEquals(
                Map.of(MATCHED, 1, SUSPENDED, 1, SEVERAL_ACCOUNTS, 1, NO_ACCOUNT, 1, UNKNOWN_KEY, 0, NO_KEY, 0),
                found.counts());
    }

    @Test
    void the_key_may_be_tried_in_the_username() {
        for (Moodle each : List.of(plugin, plain)) {
            Matching found = matcher(each).compare(KeyField.USERNAME);

            assertEquals(List.of("p3"), keys(found, MATCHED));
            assertEquals(List.of("p1", "p2", "p4"), keys(found, NO_ACCOUNT));
        }
    }

    @Test
    void new_keys_are_tried_against_the_accounts_there_are() {
        for (Moodle each : List.of(plugin, plain)) {
            var both = matcher(each).compare(KeyField.IDNUMBER, Map.of("p4", "p5", "p1", "nobodys"));

            assertEquals(List.of("p1"), keys(both.before(), MATCHED));
            assertEquals(List.of("p5"), keys(both.after(), MATCHED));
            assertEquals(List.of("nobodys"), keys(both.after(), NO_ACCOUNT));
            assertEquals(both.before().all(), keys(both.before(), UNKNOWN_KEY).contains("p5"));
        }
    }

    @Test
    void where_nobody_is_employed_nobody_is_asked_about() {
        jdbi.useHandle(handle -> handle.execute("delete from organisation.employment"));

        assertEquals(List.of(), matcher(plain).compare(KeyField.IDNUMBER).rows());
    }

    @Test
    void the_configuration_says_where_a_key_is_for_everything_else_too() {
        var byUsername = new AccountSearch(new StaffSample(new Organisation(jdbi), new MovableClock()), "username");

        assertEquals(
                Set.of(new PersonKey("maja")),
                plain.ask(client -> byUsername.find(client, List.of(new PersonKey("maja"), new PersonKey("p1"))))
                        .keySet());
        assertEquals(
                Set.of(new PersonKey("p1")),
                plain.ask(client -> RunningMoodle.accounts(jdbi)
                                .find(client, List.of(new PersonKey("maja"), new PersonKey("p1"))))
                        .keySet());
    }

    private Matcher matcher(Moodle moodle) {
        return new Matcher(jdbi, moodle, new MovableClock());
    }

    private static List<String> keys(Matching found, Group group) {
        return found.in(group).stream().map(Row::key).toList();
    }
}
