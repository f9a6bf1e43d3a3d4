package dk.kvalitetsbro.organisation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.CurrentActor;
import dk.kvalitetsbro.access.SignedIn;
import dk.kvalitetsbro.web.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportsTest {
    private static final String AREAS = "area_code,name,valid_from,valid_to\nN,Nord,2010-01-01,\n";
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private TestDatabase database;
    private Uploads uploads;
    private Imports imports;

    @BeforeEach
    void begin() {
        database = TestDatabase.begin();
        uploads = new Uploads(database.jdbi());
        CurrentActor anne = SignedIn.asAdministration();
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        imports = new Imports(
                List.of(new AreaImport(database.jdbi())),
                uploads,
                database.jdbi(),
                new AuditLog(database.jdbi(), anne, clock),
                anne,
                clock);
    }

    @AfterEach
    void end() {
        database.close();
    }

    @Test
    void a_checked_file_waits_and_changes_nothing_until_it_is_approved() {
        long id = check(AREAS);
        assertEquals(Import.State.READY, imports.find(id).orElseThrow().state());
        assertEquals(0, areas());
        assertEquals(Import.State.DONE, imports.approve(id).state());
        assertEquals(1, areas());
    }

    @Test
    void a_file_with_one_error_imports_nothing_of_it() {
        long id = check(AREAS + "S,Syd,someday,\n");
        assertEquals(Import.State.PROBLEMS, imports.find(id).orElseThrow().state());
        assertEquals(3, imports.problems(id).get(0).line());
        assertEquals("organisation.import.hasProblems", refused(id));
        assertEquals(0, areas());
    }

    @Test
    void approving_twice_imports_once() {
        long id = check(AREAS);
        imports.approve(id);
        Import again = imports.approve(id);
        assertEquals(Import.State.DONE, again.state());
        assertEquals(1, database.number("select count(*) from access.audit where action = 'organisation.imported'"));
    }

    @Test
    void the_same_file_again_says_that_it_changes_nothing_and_when_it_was_imported() {
        imports.approve(check(AREAS));
        long again = check(AREAS);
        assertFalse(imports.find(again).orElseThrow().changesAnything());
        assertTrue(imports.importedBefore(again).isPresent());
    }

    @Test
    void a_file_that_no_longer_fits_when_it_is_approved_imports_nothing() {
        long waiting = check(AREAS);
        imports.approve(check("area_code,name,valid_from,valid_to\nN,Norden,2011-01-01,\n"));
        assertEquals(Import.State.PROBLEMS, imports.approve(waiting).state());
        assertEquals(1, areas());
        assertEquals(
                "organisation.problem.overlap", imports.problems(waiting).get(0).kind());
    }

    @Test
    void the_content_is_forgotten_once_it_is_imported() {
        imports.approve(check(AREAS));
        assertEquals(0, contents());
    }

    @Test
    void neither_the_content_nor_the_value_of_a_file_with_a_cpr_number_is_kept() {
        long id = check(AREAS + "S,Bo 010112-1234,2010-01-01,\n");
        assertEquals(0, contents());
        assertEquals(
                new Problem(3, "name", "organisation.problem.cpr", "", ""),
                imports.problems(id).get(0));
    }

    @Test
    void a_file_that_nobody_approves_is_forgotten_after_its_retention() {
        long id = check(AREAS);
        retentionRunsAfter(Duration.ofDays(30).minusSeconds(1));
        assertEquals(1, contents());
        retentionRunsAfter(Duration.ofDays(30).plusSeconds(1));
        assertEquals(0, contents());
        assertEquals("organisation.import.gone", refused(id));
    }

    @Test
    void an_empty_file_is_refused() {
        assertEquals(
                "organisation.import.noFile",
                assertThrows(Refusal.class, () -> check("")).key());
    }

    @Test
    void a_kind_that_does_not_exist_is_refused() {
        Refusal refusal = assertThrows(Refusal.class, () -> imports.check("GRADES", upload(AREAS)));
        assertEquals("organisation.import.noKind", refusal.key());
    }

    private void retentionRunsAfter(Duration time) {
        Clock later = Clock.fixed(NOW.plus(time), ZoneOffset.UTC);
        new UploadRetention(uploads, later, 30).forgetWhatNobodyImported();
    }

    private String refused(long id) {
        return assertThrows(Refusal.class, () -> imports.approve(id)).key();
    }

    private long check(String text) {
        return imports.check("AREAS", upload(text));
    }

    private static Upload upload(String text) {
        return new Upload("areas.csv", Optional.empty(), text.getBytes(UTF_8));
    }

    private long areas() {
        return database.number("select count(*) from organisation.area");
    }

    private long contents() {
        return database.number("select count(*) from organisation.upload where content is not null");
    }
}
