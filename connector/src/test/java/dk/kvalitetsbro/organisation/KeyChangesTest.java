package dk.kvalitetsbro.organisation;

import static dk.kvalitetsbro.organisation.KeyChange.Verdict.CHANGES;
import static dk.kvalitetsbro.organisation.KeyChange.Verdict.NOBODY;
import static dk.kvalitetsbro.organisation.KeyChange.Verdict.NOT_A_KEY;
import static dk.kvalitetsbro.organisation.KeyChange.Verdict.SAME;
import static dk.kvalitetsbro.organisation.KeyChange.Verdict.TAKEN;
import static dk.kvalitetsbro.organisation.KeyChange.Verdict.TWICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.SmallTown;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.Role;
import dk.kvalitetsbro.access.SignedIn;
import dk.kvalitetsbro.organisation.KeyChange.Verdict;
import dk.kvalitetsbro.organisation.PersonColumns.Column;
import dk.kvalitetsbro.web.Refusal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class KeyChangesTest {
    private final TestDatabase database = TestDatabase.begin();
    private final Jdbi jdbi = database.jdbi();
    private final SmallTown town = new SmallTown(jdbi);
    private final KeyChanges changes = new KeyChanges(
            jdbi,
            new Organisation(jdbi),
            new AuditLog(jdbi, SignedIn.as("sigurd", Role.SYSTEM_ADMINISTRATOR), new MovableClock()));

    @BeforeEach
    void two_people_who_are_everywhere() {
        town.centre("C1").pedagogue("maja", "C1").pedagogue("karen", "C1");
        town.course(1, "Tal", 6);
        long need = town.need("C1", "MAT", "Fordi.");
        town.taking("maja", 1, need, OffsetDateTime.parse("2026-06-01T08:00:00Z"));
        database.execute("update assignments.assignment set by_whom = 'maja'");
        database.execute(
                "insert into themes.decision (need, choice, reason, decided, by_whom) values (?, 'ACCEPTED', '', now(), 'maja')",
                need);
        database.execute("insert into access.session values ('\\x00', 'maja', now(), now(), null, null)");
        database.execute(
                """
                insert into access.api_token (digest, name, scopes, made, made_by, expires, revoked, revoked_by)
                values ('\\x00', 'Statistik', '{ROUNDS}', now(), 'maja', now(), now(), 'maja')""");
        database.execute("insert into competence.completion values ('maja', 1, now(), now())");
        database.execute(
                """
                insert into lti.platform (issuer, client_id, name, auth_endpoint, token_endpoint, jwks_uri, state,
                       registered) values ('https://moodle', 'client', 'Moodle', 'a', 't', 'j', 'ACTIVE', now())""");
        database.execute("insert into lti.account select id, '7', 'maja', now(), now() from lti.platform");
        database.execute(
                """
                insert into lti.seat (platform, resource_link, subject, person_key, line_item, page, seen)
                select id, '1', '7', 'maja', 'l', 'mine-forloeb', now() from lti.platform""");
        database.execute(
                """
                insert into organisation.invitation (person_key, role, centre, valid_from, valid_to, purpose, invited,
                       by_whom) values ('maja', 'CONSULTANT', 'C1', '2026-01-01', '2026-06-01', '', now(), 'maja')""");
        database.execute(
                """
                insert into privacy.request (person_key, kind, what, why, asked, outcome, answer, answered, by_whom)
                values ('maja', 'OBJECTION', '', '', now(), 'REFUSED', '', now(), 'maja')""");
        database.execute("insert into moodle.doubted_account values ('maja', now())");
        database.execute(
                "insert into workshops.workshop (centre, title, forum, started) values ('C1', '', 'STAFF', now())");
        database.execute("insert into workshops.voice select id, 'maja' from workshops.workshop");
        database.execute(
                """
                insert into organisation.upload (kind, file_name, digest, uploaded, by_whom, state, added, changed,
                       unchanged, problem_count) values ('AREAS', '', '\\x00', now(), 'maja', 'PROBLEMS', 0, 0, 0, 1)""");
    }

    @TestFactory
    Stream<DynamicTest> a_new_key_is_everywhere_and_the_old_one_nowhere() {
        assertEquals(1, changes.apply("maja;uuid-1"));
        return Stream.concat(PersonColumns.ALL.stream(), Stream.of(new Column("organisation.employment", "person_key")))
                .map(column -> DynamicTest.dynamicTest(column.toString(), () -> {
                    assertEquals(1, town.count(where(column, "uuid-1")));
                    assertEquals(0, town.count(where(column, "maja")));
                }));
    }

    private static String where(Column column, String key) {
        return column.table() + " where " + column.name() + " = '" + key + "'";
    }

    @Test
    void others_keep_theirs() {
        changes.apply("maja;uuid-1");
        assertEquals(1, town.count("organisation.employment where person_key = 'karen'"));
    }

    @Test
    void the_log_keeps_what_it_said_and_tells_of_the_change_under_both_keys() {
        database.execute(
                "insert into access.audit (at, actor, action, subject, detail) values (now(), 'maja', 'record.read', 'maja', '')");
        changes.apply("maja\tuuid-1");

        assertEquals(1, town.count("access.audit where actor = 'maja' and subject = 'maja'"));
        assertEquals(
                2,
                town.count(
                        "access.audit where actor = 'sigurd' and action = 'person.keyChanged' and detail = 'maja → uuid-1' and subject in ('maja', 'uuid-1')"));
    }

    @Test
    void each_line_is_told_what_would_become_of_it_and_nothing_is_changed() {
        assertEquals(
                List.of(CHANGES, NOBODY, SAME, NOT_A_KEY, NOT_A_KEY, NOT_A_KEY, NOT_A_KEY),
                verdicts("maja;uuid-1\n\nole, uuid-2\nkaren;karen\nalone\na;b;c\nmaja k;uuid-3\neva;x@y.example"));
        assertEquals(1, town.count("organisation.person where key = 'maja'"));
    }

    @Test
    void a_list_may_be_as_a_spreadsheet_writes_it() {
        assertEquals(List.of(CHANGES, SAME), verdicts("\uFEFF\"maja\";\"uuid-1\"\r\n\"karen\";karen\r\n"));
    }

    @Test
    void a_key_that_is_in_use_is_nobodys_new_one_not_even_in_a_swap() {
        assertEquals(List.of(TAKEN), verdicts("maja;karen"));
        assertEquals(List.of(TAKEN, TAKEN), verdicts("maja;karen\nkaren;maja"));
    }

    @Test
    void a_key_that_only_something_left_behind_has_is_in_use_too() {
        database.execute("insert into competence.completion values ('gone', 1, now(), now())");
        assertEquals(List.of(TAKEN), verdicts("maja;gone"));
    }

    @Test
    void a_key_on_two_lines_is_on_neither() {
        assertEquals(List.of(TWICE, TWICE), verdicts("maja;uuid-1\nkaren;uuid-1"));
        assertEquals(List.of(TWICE, TWICE), verdicts("maja;uuid-1\nmaja;uuid-2"));
    }

    @Test
    void a_list_with_a_wrong_line_changes_nothing_at_all() {
        for (String wrong : List.of("maja;uuid-1\nkaren;uuid-1", "maja;uuid-1\nkaren", "maja;karen")) {
            assertEquals(
                    "organisation.keys.wrong",
                    assertThrows(Refusal.class, () -> changes.apply(wrong)).key());
        }
        assertEquals(1, town.count("organisation.person where key = 'maja'"));
        assertEquals(0, town.count("access.audit"));
    }

    @Test
    void a_list_that_changes_nothing_is_told_so() {
        assertEquals(
                "organisation.keys.nothing",
                assertThrows(Refusal.class, () -> changes.apply("ole;uuid-2\nmaja;maja"))
                        .key());
    }

    private List<Verdict> verdicts(String list) {
        return changes.check(list).stream().map(KeyChange::verdict).toList();
    }
}
