package dk.kvalitetsbro.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.TestDatabase;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Goes through every text of the whole schema: it holds a person's key and follows when the key changes, or it does not. */
class PersonColumnsTest {
    /** Where a key may stand that does not follow, and why. */
    private static final Map<String, String> STAYS = Map.of(
            "organisation.employment.person_key", "follows its person by a foreign key",
            "access.audit.actor", "the log says what was so at the time",
            "access.audit.subject", "the log says what was so at the time",
            "access.audit.detail", "the log says what was so at the time",
            "access.sign_in_state.carried", "is gone after a quarter of an hour",
            "moodle.reading.subject", "courses or completions",
            "outbox.entry.key", "an assignment's or a need's number",
            "outbox.entry.payload", "an assignment's or a need's number",
            "outbox.entry.reason_detail", "says what Moodle answered at the time");

    /** What a column of this name holds is no person, in whatever table. */
    private static final Set<String> NO_PERSON = Set.of(
            "action alignment area area_code background browser card category centre centre_code change choice code column",
            "description detail employment_number error_code family file_name forum format goal grounds group grp hint item item_set items_withheld",
            "job_group kind level meaning_da meaning_en name name_da name_en names notice_text number obstacle",
            "other_group outcome previous purpose rater reason reason_da reason_en reason_key response_id round",
            "rule_version scale scopes shortages source source_ref state status subset_withheld system text text_da text_en theme title trouble unit",
            "value withheld");

    private final Jdbi jdbi = TestDatabase.begin().jdbi();

    @Test
    void every_text_of_the_schema_is_known_to_hold_a_person_or_not() {
        Set<String> unknown = new TreeSet<>();
        texts().forEach((column, name) -> {
            if (!harmless().contains(name) && !covered().contains(column) && !STAYS.containsKey(column)) {
                unknown.add(column);
            }
        });
        assertEquals(Set.of(), unknown, "holds a person's key: PersonColumns; else: NO_PERSON here");
    }

    @Test
    void every_column_that_is_covered_exists() {
        Set<String> missing = new TreeSet<>(covered());
        missing.addAll(STAYS.keySet());
        missing.removeAll(texts().keySet());
        assertEquals(Set.of(), missing);
    }

    private static Set<String> harmless() {
        return NO_PERSON.stream()
                .flatMap(names -> Set.of(names.split(" ")).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> covered() {
        return PersonColumns.ALL.stream()
                .map(column -> column.table() + "." + column.name())
                .collect(Collectors.toSet());
    }

    /** @return the names of the columns of every table, by their full names */
    private Map<String, String> texts() {
        record Found(String whole, String name) {}
        Map<String, String> texts = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        """
                        select c.table_schema || '.' || c.table_name || '.' || c.column_name as whole,
                               c.column_name as name
                          from information_schema.columns c join information_schema.tables t
                               using (table_schema, table_name)
                         where t.table_type = 'BASE TABLE' and c.udt_name in ('text', '_text', 'varchar', 'json', 'jsonb')
                           and c.table_schema not in ('house', 'pg_catalog', 'information_schema')""")
                .mapTo(Found.class)
                .forEach(found -> texts.put(found.whole(), found.name())));
        return texts;
    }
}
