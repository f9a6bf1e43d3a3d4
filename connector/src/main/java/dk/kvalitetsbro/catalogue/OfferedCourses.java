package dk.kvalitetsbro.catalogue;

import dk.kvalitetsbro.catalogue.CourseSource.Offered;
import dk.kvalitetsbro.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The courses as they were last read, those that are gone included. */
@ApplicationScoped
class OfferedCourses {
    private final Jdbi jdbi;

    @Inject
    OfferedCourses(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Takes over what was read. A course that is no longer there keeps its themes and is marked; one that comes back
     * is as before.
     *
     * @throws Refusal when nothing was read although there are courses, or none of the codes that they had: a token that
     *                 lost its rights looks like that
     */
    @Transactional
    public CourseReading.Found keep(List<Offered> courses) {
        return jdbi.withHandle(handle -> {
            if (courses.isEmpty() && hasCourses(handle)) {
                throw new Refusal("catalogue.read.nothing");
            }
            if (courses.stream().allMatch(course -> course.code().isEmpty()) && hadCodes(handle, courses)) {
                throw new Refusal("catalogue.read.noCodes");
            }
            return new CourseReading.Found(courses.size(), upsert(handle, courses), markGone(handle, courses));
        });
    }

    /** @return the ids of the courses that the platform no longer has */
    public Set<Long> gone() {
        return Set.copyOf(jdbi.withHandle(handle -> handle.createQuery("select id from catalogue.offered where gone")
                .mapTo(Long.class)
                .list()));
    }

    /** @return whether the platform had any course when it was last read */
    public boolean areKnown() {
        return jdbi.withHandle(OfferedCourses::hasCourses);
    }

    private static boolean hasCourses(Handle handle) {
        return handle.createQuery("select exists (select from catalogue.offered where not gone)")
                .mapTo(Boolean.class)
                .one();
    }

    /** A single course may well have its code taken away. */
    private static boolean hadCodes(Handle handle, List<Offered> courses) {
        return handle.createQuery(
                        "select count(*) > 1 from catalogue.offered where id = any (:ids) and not gone and code <> ''")
                .bindArray("ids", Long.class, each(courses, Offered::id))
                .mapTo(Boolean.class)
                .one();
    }

    private static int upsert(Handle handle, List<Offered> courses) {
        return handle.createQuery(
                        """
                        with kept as (
                            insert into catalogue.offered as o
                                   (id, code, name, hours, format, visible, takes_enrolments, follows_completion)
                            select * from unnest(:ids, :codes, :names, :hours, :formats, :visible, :enrolling, :followed)
                            on conflict (id) do update
                               set code = excluded.code, name = excluded.name, hours = excluded.hours,
                                   format = excluded.format, visible = excluded.visible, gone = false,
                                   takes_enrolments = excluded.takes_enrolments,
                                   follows_completion = excluded.follows_completion
                            returning xmax = 0 as added)
                        select count(*) filter (where added) from kept""")
                .bindArray("ids", Long.class, each(courses, Offered::id))
                .bindArray("codes", String.class, each(courses, Offered::code))
                .bindArray("names", String.class, each(courses, Offered::name))
                .bindArray("hours", Integer.class, each(courses, OfferedCourses::hours))
                .bindArray("formats", String.class, each(courses, course -> course.format()
                        .orElse(null)))
                .bindArray("visible", Boolean.class, each(courses, Offered::visible))
                .bindArray("enrolling", Boolean.class, each(courses, Offered::takesEnrolments))
                .bindArray("followed", Boolean.class, each(courses, Offered::followsCompletion))
                .mapTo(Integer.class)
                .one();
    }

    private static @Nullable Integer hours(Offered course) {
        return course.hours().isPresent() ? course.hours().getAsInt() : null;
    }

    private static int markGone(Handle handle, List<Offered> courses) {
        return handle.createUpdate("update catalogue.offered set gone = true where not gone and id <> all (:ids)")
                .bindArray("ids", Long.class, each(courses, Offered::id))
                .execute();
    }

    private static <T> List<T> each(List<Offered> courses, Function<Offered, @Nullable T> column) {
        return courses.stream().map(column).collect(Collectors.toCollection(java.util.ArrayList::new));
    }
}
