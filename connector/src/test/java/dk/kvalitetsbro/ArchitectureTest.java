package dk.kvalitetsbro;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house as docs/explanation/architecture.md draws it: which package may use which, in Java and in SQL. */
class ArchitectureTest {
    private static final String BASE = "dk.kvalitetsbro";

    /** What lies at the bottom may be used by all; among themselves they use what lies to their left. */
    private static final List<String> BOTTOM = List.of("web", "access", "privacy");

    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("web", Set.of()),
            Map.entry("access", Set.of("web")),
            Map.entry("privacy", Set.of("web", "access")),
            Map.entry("oidc", Set.of()),
            Map.entry("organisation", Set.of()),
            Map.entry("themes", Set.of()),
            Map.entry("outbox", Set.of()),
            Map.entry("surveys", Set.of("themes", "organisation")),
            Map.entry("tallies", Set.of("surveys", "themes", "organisation")),
            Map.entry("results", Set.of("tallies", "surveys", "themes")),
            Map.entry("explanations", Set.of("results", "themes")),
            Map.entry("centreresults", Set.of("explanations", "results", "surveys", "themes", "organisation")),
            Map.entry("municipalresults", Set.of("explanations", "results", "surveys", "themes", "organisation")),
            Map.entry("resultsapi", Set.of("results", "surveys", "themes", "organisation")),
            Map.entry("background", Set.of("results", "surveys", "themes", "organisation")),
            Map.entry("workshops", Set.of("themes", "organisation")),
            Map.entry("catalogue", Set.of("themes", "organisation")),
            Map.entry("assignments", Set.of("catalogue", "themes", "organisation", "outbox")),
            Map.entry("competence", Set.of("assignments", "catalogue", "themes", "organisation")),
            Map.entry(
                    "moodle",
                    Set.of("catalogue", "assignments", "competence", "organisation", "themes", "outbox", "lti")),
            Map.entry("lti", Set.of("organisation", "workshops", "outbox")),
            Map.entry("invitations", Set.of("workshops", "organisation")),
            Map.entry(
                    "overview",
                    Set.of(
                            "explanations",
                            "results",
                            "workshops",
                            "assignments",
                            "competence",
                            "surveys",
                            "themes",
                            "organisation")));

    /** Views and functions that a package publishes for other packages' set-based SQL. */
    private static final Set<String> PUBLISHED = Set.of(
            "organisation.staff_on",
            "organisation.centres_on",
            "organisation.centres_between",
            "themes.need_decided",
            "results.municipal_total",
            "results.municipal_shortfall",
            "catalogue.course",
            "catalogue.course_theme",
            "assignments.assigned");

    private static final JavaClasses CONNECTOR = new ClassFileImporter().importPath(Path.of("target/classes"));

    @Test
    void every_package_of_the_connector_stands_in_the_table() {
        Set<String> packages = CONNECTOR.stream()
                .map(type -> type.getPackageName().substring(BASE.length() + 1).split("\\.")[0])
                .collect(toSet());
        assertEquals(MAY_USE.keySet(), packages);
    }

    @TestFactory
    Stream<DynamicTest> a_package_uses_only_what_its_row_names() {
        return MAY_USE.keySet().stream()
                .map(capability -> DynamicTest.dynamicTest(capability, () -> noClasses()
                        .that()
                        .resideInAPackage(BASE + "." + capability + "..")
                        .should()
                        .dependOnClassesThat(
                                ofTheConnector().and(DescribedPredicate.not(resideInAnyPackage(row(capability)))))
                        .allowEmptyShould(true)
                        .check(CONNECTOR)));
    }

    @Test
    void the_moodle_client_is_known_to_the_moodle_package_alone() {
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE + ".moodle..")
                .should()
                .dependOnClassesThat(resideInAPackage(BASE + ".moodle.client.."))
                .check(CONNECTOR);
    }

    @Test
    void no_page_or_service_keeps_state_in_an_http_session() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.servlet.http.HttpSession")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.enterprise.context.SessionScoped")
                .check(CONNECTOR);
    }

    @TestFactory
    Stream<DynamicTest> sql_names_only_the_packages_own_tables_and_published_views() {
        return MAY_USE.keySet().stream()
                .map(capability -> DynamicTest.dynamicTest(
                        capability, () -> assertEquals(Set.of(), foreignTables(capability), capability)));
    }

    private static DescribedPredicate<JavaClass> ofTheConnector() {
        return resideInAPackage(BASE + "..")
                .and(DescribedPredicate.not(resideInAnyPackage(BASE + ".statistics..", BASE + ".moodle.client..")));
    }

    private static String[] row(String capability) {
        Set<String> allowed = new TreeSet<>(MAY_USE.get(capability));
        allowed.add(capability);
        if (!BOTTOM.contains(capability)) {
            allowed.addAll(BOTTOM);
        }
        return allowed.stream().map(name -> BASE + "." + name + "..").toArray(String[]::new);
    }

    private static Set<String> foreignTables(String capability) throws IOException {
        String schemas = String.join("|", MAY_USE.keySet());
        Pattern table = Pattern.compile(
                "(?i)\\b(?:from|join|into|update|table|truncate|copy|references)\\s+((" + schemas + ")\\.[a-z_]+)");
        Set<String> foreign = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/dk/kvalitetsbro", capability))) {
            sources.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                Matcher matcher = table.matcher(read(file));
                while (matcher.find()) {
                    if (!matcher.group(2).equals(capability) && !PUBLISHED.contains(matcher.group(1))) {
                        foreign.add(file.getFileName() + ": " + matcher.group(1));
                    }
                }
            });
        }
        return foreign;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
