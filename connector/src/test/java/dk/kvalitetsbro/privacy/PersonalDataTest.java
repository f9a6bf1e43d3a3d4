package dk.kvalitetsbro.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.access.SignedIn;
import dk.kvalitetsbro.organisation.TestPeople;
import dk.kvalitetsbro.privacy.Columns.Category;
import dk.kvalitetsbro.privacy.Columns.Column;
import dk.kvalitetsbro.web.Language;
import dk.kvalitetsbro.web.Refusal;
import dk.kvalitetsbro.web.Texts;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is held about a person, and the end of it, against the whole schema. */
class PersonalDataTest {
    private static final int FIVE_YEARS = 1_826;
    private static final LocalDate LEFT_LONG_AGO = Zenia.LEFT.plusYears(10);
    private static final List<Column> COLUMNS = Columns.declared();
    private static final List<PersonalData> EVERY_PACKAGE = everyPackage();

    private final Jdbi jdbi = TestDatabase.begin().jdbi();

    @BeforeEach
    void somebody_about_whom_there_is_something_everywhere() {
        Zenia.lives(jdbi);
        COLUMNS.stream()
                .filter(column -> column.category() == Category.TEXT)
                .forEach(column -> Zenia.isNamedIn(jdbi, column));
    }

    @Test
    void every_column_is_declared_and_every_declared_one_exists() {
        assertEquals(Columns.existing(jdbi), Columns.names(COLUMNS), "see where-people-stand.txt");
    }

    @Test
    void every_column_with_a_person_says_where_the_person_reads_of_it() {
        assertEquals(
                Set.of(),
                Columns.names(COLUMNS.stream()
                        .filter(column -> column.isOfPeople() == column.kind().isEmpty())
                        .toList()));
    }

    @Test
    void one_is_told_everything_that_names_one_in_every_column() {
        Map<String, Holding> held = held();
        Set<String> missing = new TreeSet<>();
        for (Column column : COLUMNS) {
            String told = column.kind().map(held::get).map(String::valueOf).orElse("");
            boolean complete = column.category() == Category.TEXT ? told.contains("[" + column + "]") : !told.isEmpty();
            if (column.isOfPeople() && !complete) {
                missing.add(column + " in " + column.kind().orElse("nothing"));
            }
        }
        assertEquals(Set.of(), missing);
        assertTrue(held.containsKey("access.log"));
    }

    @Test
    void every_kind_and_field_has_words() {
        Texts texts = new Texts(new Language());
        for (Holding holding : held().values()) {
            HoldingRows rows = new HoldingRows(holding, texts);
            String words = rows.getTitle() + rows.getFate() + rows.getHeads();
            assertFalse(words.contains("??"), words);
        }
    }

    @Test
    void nobody_is_told_of_others() {
        String told = held().toString().replaceAll("\\bsom\\b", "");
        assertFalse(told.matches("(?s).*\\bole\\b.*"), told);
        assertEquals(1, held().get("competence.completions").rows().size());
    }

    @Test
    void deleted_nothing_leads_to_the_person_but_what_is_declared_to_stay() {
        records(LEFT_LONG_AGO).erase(Zenia.KEY, "");

        assertEquals(Set.of("access.audit"), tablesWith(Zenia.KEY.value(), Zenia.NAME, "O'Hara", Zenia.NUMBER));
        assertEquals(Set.of("access.log"), held().keySet());
    }

    @Test
    void colleagues_and_counts_are_as_they_were() {
        long voices = count("workshops.voice");
        long assignments = count("assignments.assignment where state = 'COMPLETED'");
        long decisions = count("themes.decision");

        records(LEFT_LONG_AGO).erase(Zenia.KEY, "");

        assertEquals(voices, count("workshops.voice"));
        assertEquals(assignments, count("assignments.assignment where state = 'COMPLETED'"));
        assertEquals(decisions, count("themes.decision"));
        assertEquals(1, count("workshops.voice where person_key = 'ole'"));
        assertEquals(1, count("competence.completion where person_key = 'ole'"));
        assertEquals(1, count("organisation.employment where person_key = 'ole'"));
        assertEquals(1, count("access.session where person_key = 'ole'"));
        assertEquals(1, count("privacy.request where person_key = 'ole'"));
        assertEquals(1, count("lti.account where person_key = 'ole'"));
        assertEquals(1, count("lti.seat where person_key = 'ole'"));
        assertEquals(1, count("organisation.invitation where person_key = 'ole' and by_whom = 'former-employee'"));
        assertEquals(2, count("access.api_token where 'former-employee' in (made_by, revoked_by)"));
        assertEquals(1, count("moodle.doubted_account where person_key = 'ole'"));
        assertEquals(1, count("organisation.person where key = 'former-employee'"));
    }

    @Test
    void texts_keep_their_sense_in_their_own_language() {
        records(LEFT_LONG_AGO).erase(Zenia.KEY, "");

        assertEquals(
                "[workshops.bubble.text_da] som tidligere medarbejders idé siger",
                text("select text_da from workshops.bubble"));
        assertEquals(
                "[workshops.bubble.text_en] som former employees idé siger",
                text("select text_en from workshops.bubble"));
    }

    @Test
    void what_was_still_to_be_done_about_the_person_is_settled() {
        records(LEFT_LONG_AGO).erase(Zenia.KEY, "");

        assertEquals(0, count("outbox.entry where state <> 'DELIVERED'"));
        assertEquals(0, count("assignments.assignment where state in ('WAITING', 'IN_MOODLE', 'PARKED')"));
        assertEquals(0, count("organisation.upload where state = 'READY'"));
    }

    @Test
    void a_name_that_two_people_have_stays_in_texts() {
        jdbi.useHandle(handle -> handle.execute("insert into organisation.person values ('other', ?)", Zenia.NAME));

        assertFalse(held().containsKey("workshops.bubbles"));
        records(LEFT_LONG_AGO).erase(Zenia.KEY, "");

        assertTrue(text("select text_da from workshops.bubble").contains(Zenia.NAME));
    }

    @Test
    void a_name_is_found_whatever_signs_and_letters_it_has() {
        jdbi.useHandle(handle -> {
            handle.execute("update organisation.person set name = 'A. (B) [c]* Å+' where key = 'p-4711'");
            handle.execute("update workshops.bubble set text_da = 'Sig det til a. (b) [C]* å+!', text_en = 'ABCA'");
        });

        records(LEFT_LONG_AGO).erase(Zenia.KEY, "");

        assertEquals("Sig det til tidligere medarbejder!", text("select text_da from workshops.bubble"));
        assertEquals("ABCA", text("select text_en from workshops.bubble"));
    }

    @Test
    void a_key_that_is_a_word_is_no_word_to_replace() {
        jdbi.useHandle(handle -> {
            handle.execute("update workshops.bubble set text_da = 'Ole eller ole'");
            handle.execute("update organisation.employment set employed_to = '2020-01-01' where person_key = 'ole'");
            handle.execute("update organisation.person set name = 'Ole Hansen' where key = 'ole'");
            handle.execute("insert into access.session (id, person_key, begun, expires, notice_text)"
                    + " values ('\\x03', 'anne', now(), now(), 'Glemt: Ole')");
        });

        records(LEFT_LONG_AGO).erase(new PersonKey("ole"), "");

        assertEquals("Ole eller ole", text("select text_da from workshops.bubble"));
        assertEquals(
                "",
                text("select coalesce(notice_text, '') from access.session where person_key = 'anne'"),
                "what only the next page would have said goes all the same");
    }

    @Test
    void people_are_found_by_a_part_of_the_name_or_by_the_whole_key() {
        var people = TestPeople.on(jdbi);
        assertEquals(1, people.search("o'hara", 10).size());
        assertEquals(
                List.of(Zenia.KEY),
                people.search("p-4711", 10).stream().map(People.Known::key).toList());
        assertEquals(List.of(), people.search("p-47", 10));
        assertEquals(
                Optional.of(Zenia.LEFT), people.find(Zenia.KEY).orElseThrow().left());
        assertEquals(
                Optional.empty(),
                people.find(new PersonKey("ole")).orElseThrow().left());
    }

    @Test
    void who_is_employed_cannot_be_deleted() {
        var refused =
                assertThrows(Refusal.class, () -> records(LEFT_LONG_AGO).erase(new PersonKey("ole"), "they asked"));
        assertEquals("privacy.erase.employed", refused.key());
        assertThrows(Refusal.class, () -> records(Zenia.LEFT).erase(Zenia.KEY, "on the last day"));
    }

    @Test
    void before_the_time_is_up_a_reason_is_needed_and_kept() {
        LocalDate lastDay = Zenia.LEFT.plusDays(FIVE_YEARS);
        var refused = assertThrows(Refusal.class, () -> records(lastDay).erase(Zenia.KEY, " "));
        assertEquals("privacy.erase.reasonMissing", refused.key());

        records(lastDay).erase(Zenia.KEY, "a court said so");

        assertEquals(
                1,
                count("access.audit where action = 'privacy.erased' and subject = 'p-4711'"
                        + " and detail = 'early: a court said so'"));
    }

    @Test
    void those_who_left_long_ago_are_deleted_by_themselves_the_day_after_their_last() {
        LocalDate lastDay = Zenia.LEFT.plusDays(FIVE_YEARS);
        assertEquals(List.of(), records(lastDay).due());
        assertEquals(List.of(Zenia.KEY), records(lastDay.plusDays(1)).due());

        records(lastDay.plusDays(1)).eraseInTime(Zenia.KEY);

        assertEquals(List.of(), records(lastDay.plusDays(1)).due());
        assertEquals(
                1, count("access.audit where action = 'privacy.erasedInTime' and subject = 'p-4711' and actor = ''"));
    }

    private Map<String, Holding> held() {
        return records(LEFT_LONG_AGO).of(Zenia.KEY).stream()
                .collect(Collectors.toMap(Holding::kind, Function.identity()));
    }

    private PersonalRecords records(LocalDate today) {
        Clock clock = Clock.fixed(today.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        var audit = new AuditLog(jdbi, SignedIn.asAdministration(), clock);
        return new PersonalRecords(jdbi, TestPeople.on(jdbi), EVERY_PACKAGE, audit, clock, FIVE_YEARS);
    }

    /** Those that the container finds, too. */
    private static List<PersonalData> everyPackage() {
        return new ClassFileImporter()
                .importPath("target/classes").stream()
                        .filter(type -> type.isAssignableTo(PersonalData.class) && !type.isInterface())
                        .map(type -> made(type.reflect()))
                        .toList();
    }

    private static PersonalData made(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (PersonalData) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " needs nothing injected", e);
        }
    }

    private Set<String> tablesWith(String... words) {
        Set<String> tables = new TreeSet<>();
        for (String table : COLUMNS.stream().map(Column::table).collect(Collectors.toSet())) {
            for (String word : words) {
                String bytes = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
                if (count(table + " t where position(lower('" + word.replace("'", "''") + "') in lower(t::text)) > 0"
                                + " or position('" + bytes + "' in t::text) > 0")
                        > 0) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }

    private long count(String rows) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from " + rows.replace("?", "??"))
                .mapTo(Long.class)
                .one());
    }

    private String text(String query) {
        return jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(String.class).first());
    }
}
