package dk.kvalitetsbro.lti;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The platforms' courses that people have come from. */
@ApplicationScoped
class Courses {
    /**
     * @param context what the platform calls it
     * @param members where its participants are read
     * @param seen    when somebody came from it last
     */
    public record Course(long platform, String context, String title, String members, OffsetDateTime seen) {}

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    Courses(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** @return empty for an address that is not the platform's, or not safe to ask */
    static Optional<URI> at(String address, Platform platform) {
        return Origin.safe(address).filter(it -> Origin.same(it, platform.tokenEndpoint()));
    }

    public void note(long platform, String context, String title, URI members) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into lti.course (platform, context, title, members, seen)
                        values (:platform, :context, :title, :members, :now)
                        on conflict (platform, context) do update
                           set title = excluded.title, members = excluded.members, seen = excluded.seen""")
                .bind("platform", platform)
                .bind("context", context)
                .bind("title", title)
                .bind("members", members.toString())
                .bind("now", OffsetDateTime.now(clock))
                .execute());
    }

    /** @return a platform's courses in alphabetical order */
    public List<Course> of(long platform) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select platform, context, title, members, seen from lti.course
                         where platform = :platform order by title, context""")
                .bind("platform", platform)
                .mapTo(Course.class)
                .list());
    }

    public Optional<Course> find(long platform, String context) {
        return of(platform).stream()
                .filter(course -> course.context().equals(context))
                .findFirst();
    }
}
