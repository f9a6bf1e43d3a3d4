package dk.kvalitetsbro.themes;

import java.util.Comparator;
import java.util.List;

/** Who has set a goal or a task, the farthest first. */
public enum Level {
    INTERNATIONAL,
    NATIONAL,
    MUNICIPAL,
    INSTITUTION;

    /** The order in which the municipality reads goals: what it has decided itself comes first. */
    static final Comparator<Level> OWN_FIRST =
            Comparator.comparing(List.of(MUNICIPAL, INSTITUTION, NATIONAL, INTERNATIONAL)::indexOf);
}
