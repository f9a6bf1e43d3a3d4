package dk.kvalitetsbro.catalogue;

import dk.kvalitetsbro.catalogue.CourseSource.Offered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;

/** Reads the courses anew. The reading itself is outside any transaction, the writing one statement or two. */
@ApplicationScoped
public class CourseReading {
    /**
     * What a reading found.
     *
     * @param courses how many courses the platform has
     * @param added   of these, how many were not known before
     * @param gone    how many known ones it has no longer
     */
    public record Found(int courses, int added, int gone) {}

    private final CourseSource source;
    private final OfferedCourses offered;
    private final Event<LinksDue> due;

    @Inject
    public CourseReading(CourseSource source, OfferedCourses offered, Event<LinksDue> due) {
        this.source = source;
        this.offered = offered;
        this.due = due;
    }

    /**
     * Whatever the source throws passes through, and leaves the courses as they were last read.
     *
     * @throws dk.kvalitetsbro.web.Refusal when the platform suddenly shows no course at all, or no course's code
     */
    public Found read() {
        return kept(source.read());
    }

    /** As {@link #read}, for somebody who waits at a page: gives up after a few seconds. */
    public Found readQuickly() {
        return kept(source.readQuickly());
    }

    private Found kept(List<Offered> courses) {
        Found found = offered.keep(courses);
        due.fire(new LinksDue());
        return found;
    }
}
