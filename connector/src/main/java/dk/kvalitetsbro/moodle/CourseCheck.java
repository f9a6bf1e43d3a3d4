package dk.kvalitetsbro.moodle;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dk.kvalitetsbro.catalogue.Catalogue;
import dk.kvalitetsbro.catalogue.Course;
import dk.kvalitetsbro.moodle.Check.State;
import dk.kvalitetsbro.moodle.client.Obstacle;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Courses with which something is amiss in Moodle, as earlier attempts found. One check is one cause, whatever the number
 * of people and courses that wait for its removal.
 */
@ApplicationScoped
class CourseCheck {
    /** Courses named on the page; the rest are only counted. */
    private static final int NAMED = 5;

    private static final Set<String> EXPLAINED = Set.of("nocriteriaset", "cannotviewreport", "accessdenied");

    /** Moodle's words for a course that the connection is not let into; a hidden one is such. */
    private static final Set<String> CLOSED = Set.of("errorcoursecontextnotvalid", "requireloginerror");

    private final Barred barred;
    private final Silences silences;
    private final Catalogue catalogue;

    @Inject
    CourseCheck(Barred barred, Silences silences, Catalogue catalogue) {
        this.barred = barred;
        this.silences = silences;
        this.catalogue = catalogue;
    }

    public List<Check> run(Texts texts) {
        List<Check> checks = new ArrayList<>();
        new TreeMap<>(barred.all().stream().collect(groupingBy(Barred.Course::obstacle)))
                .forEach((obstacle, courses) -> checks.add(barred(texts, Obstacle.valueOf(obstacle), courses)));
        new TreeMap<>(silences.all().stream().collect(groupingBy(Silences.Silence::errorCode)))
                .forEach((code, courses) -> checks.add(silent(texts, code, courses)));
        return checks;
    }

    private Check barred(Texts texts, Obstacle obstacle, List<Barred.Course> courses) {
        return new Check(
                State.BROKEN,
                texts.get("moodle.check.barred"),
                texts.of(
                        "moodle.check.barred.some",
                        courses.size(),
                        names(courses.stream().map(Barred.Course::course).toList()),
                        courses.get(0).errorCode()),
                obstacle.remedy(texts.locale()) + " " + hidden(texts, courses) + texts.get("moodle.check.barred.then"));
    }

    private static String hidden(Texts texts, List<Barred.Course> courses) {
        boolean closed = courses.stream().anyMatch(course -> CLOSED.contains(course.errorCode()));
        return closed ? texts.get("moodle.check.barred.hidden") + " " : "";
    }

    private Check silent(Texts texts, String code, List<Silences.Silence> courses) {
        return new Check(
                State.LOOK,
                texts.get("moodle.check.silent"),
                texts.of(
                        "moodle.check.silent.some",
                        courses.size(),
                        names(courses.stream().map(Silences.Silence::course).toList()),
                        code),
                texts.get("moodle.check.silent." + (EXPLAINED.contains(code) ? code : "other")) + " "
                        + texts.of("moodle.check.silent.then", Silences.PAUSE.toMinutes()));
    }

    private String names(List<Long> courses) {
        Map<Long, String> names = catalogue.courses().stream().collect(toMap(Course::id, Course::name));
        String named = courses.stream()
                .limit(NAMED)
                .map(id -> names.getOrDefault(id, "#" + id))
                .collect(joining(", "));
        return courses.size() > NAMED ? named + " …" : named;
    }
}
