package dk.kvalitetsbro.access;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/reference/rights.md tells of every route and every role what the table of rights says. */
class RightsDocumentTest {
    private static final String HEADING = "## Every route";

    /** In the order of the document, with the heads of its columns. */
    private static final Map<Role, String> ROLES = roles();

    private static Map<Role, String> roles() {
        Map<Role, String> roles = new LinkedHashMap<>();
        roles.put(Role.STAFF, "staff");
        roles.put(Role.LEADER, "leader");
        roles.put(Role.AREA_LEADER, "area leader");
        roles.put(Role.ADMINISTRATION, "administration");
        roles.put(Role.HR, "HR");
        roles.put(Role.CONSULTANT, "consultant");
        roles.put(Role.RESEARCHER, "researcher");
        roles.put(Role.POLITICIAN, "politician");
        roles.put(Role.BOARD, "board");
        roles.put(Role.DATA_PROTECTION_OFFICER, "data-protection officer");
        roles.put(Role.SYSTEM_ADMINISTRATOR, "system administrator");
        return roles;
    }

    @Test
    void the_document_names_every_role() {
        assertEquals(List.of(Role.values()), ROLES.keySet().stream().sorted().toList());
    }

    @Test
    void the_document_has_the_table_as_it_should_be_which_is_in_target_rights_md() throws IOException {
        String wanted = table();
        Files.writeString(Path.of("target/rights.md"), wanted);
        List<String> document = Files.readAllLines(Path.of("../docs/reference/rights.md"));
        String written = document.stream()
                .dropWhile(line -> !line.equals(HEADING))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("|"))
                .collect(joining("\n", "", "\n"));
        assertEquals(wanted, written);
    }

    private static String table() {
        Map<String, List<String>> methods = Rights.TABLE.stream()
                .collect(Collectors.groupingBy(
                        RightsDocumentTest::withoutMethod,
                        LinkedHashMap::new,
                        Collectors.mapping(Rights.Rule::method, Collectors.toList())));
        Stream<String> head = Stream.of(
                "| route | " + String.join(" | ", ROLES.values()) + " |", "|---".repeat(ROLES.size() + 1) + "|");
        Stream<String> rows = methods.entrySet().stream()
                .map(row -> row.getKey().replace("METHOD", String.join(", ", row.getValue())));
        return Stream.concat(head, rows).collect(joining("\n", "", "\n"));
    }

    /** Reading and writing are one line where they are for the same people. */
    private static String withoutMethod(Rights.Rule rule) {
        String path = rule.path().isEmpty() ? "the front page" : "`" + rule.path() + "`";
        return "| " + path + " METHOD | "
                + ROLES.keySet().stream().map(role -> reach(rule, role)).collect(joining(" | ")) + " |";
    }

    private static String reach(Rights.Rule rule, Role role) {
        String reaches = rule.grants().stream()
                .filter(grant -> grant.role().map(role::equals).orElse(true))
                .map(grant -> switch (grant.reach()) {
                    case ANYONE -> "open";
                    case SIGNED_IN -> "self";
                    case EVERYWHERE -> "yes";
                    case OWN_CENTRE -> "own";
                    case OWN_AREA -> "area";
                    case OWN_STAFF -> "own staff";
                    case INVITED, INVITED_WORKSHOP -> "invited";
                    case TOKEN -> "";
                })
                .filter(word -> !word.isEmpty())
                .collect(joining(", "));
        return reaches.isEmpty() ? "–" : reaches;
    }
}
