package dk.kvalitetsbro.moodle.client;

import dk.kvalitetsbro.moodle.client.CourseCompletion.Pair;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whose completions are wanted.
 *
 * @param pairs             people and courses; what is heard of others is left out
 * @param usersByIdnumber   the accounts' ids by idnumber, for a report, which names people by idnumber
 * @param coursesByIdnumber the courses' ids by idnumber, likewise
 */
public record CompletionScope(Set<Pair> pairs, Map<String, Long> usersByIdnumber, Map<String, Long> coursesByIdnumber) {
    public CompletionScope {
        pairs = Collections.unmodifiableSet(new LinkedHashSet<>(pairs));
        usersByIdnumber = Map.copyOf(usersByIdnumber);
        coursesByIdnumber = Map.copyOf(coursesByIdnumber);
    }

    /** Without idnumbers, so that a report can't be used. */
    public static CompletionScope of(Collection<Pair> pairs) {
        return new CompletionScope(new LinkedHashSet<>(pairs), Map.of(), Map.of());
    }

    boolean hasIdnumbers() {
        return !usersByIdnumber.isEmpty() && !coursesByIdnumber.isEmpty();
    }
}
