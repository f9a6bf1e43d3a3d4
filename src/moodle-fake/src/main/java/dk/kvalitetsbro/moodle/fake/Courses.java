package dk.kvalitetsbro.moodle.fake;

import dk.kvalitetsbro.moodle.fake.Change.CourseMade;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every course but the front page, which Moodle counts as course 1. */
final class Courses {
    static final long FRONT_PAGE = 1;
    private static final long FIRST = 2;

    private final TreeMap<Long, CourseMade> byId = new TreeMap<>();
    private final Map<String, CourseMade> byShortname = new HashMap<>();
    private final Index<String, CourseMade> byIdnumber = new Index<>();
    private final Map<String, Long> categories = new HashMap<>();

    void add(CourseMade made) {
        var course = made.course();
        byId.put(made.id(), made);
        byShortname.put(course.shortname(), made);
        byIdnumber.put(course.idnumber(), made.id(), made);
        categories.putIfAbsent(course.category(), 2L + categories.size());
    }

    long nextId() {
        return byId.isEmpty() ? FIRST : byId.lastKey() + 1;
    }

    Collection<CourseMade> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    Optional<CourseMade> byId(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<CourseMade> byShortname(String shortname) {
        return Optional.ofNullable(byShortname.get(shortname));
    }

    List<CourseMade> byIdnumber(String idnumber) {
        return byIdnumber.list(idnumber);
    }

    long categoryId(Course course) {
        return categories.getOrDefault(course.category(), 0L);
    }
}
