package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.access.PersonKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Who came to which page from which activity of a platform, where the activity takes grades. */
@ApplicationScoped
class Seats {
    /**
     * @param subject  what the platform calls the person
     * @param lineItem address of the activity's column of grades
     * @param page     below the application's root
     */
    public record Seat(
            long id,
            long platform,
            String resourceLink,
            String subject,
            PersonKey personKey,
            String lineItem,
            String page) {}

    private static final String COLUMNS =
            "select id, platform, resource_link, subject, person_key, line_item, page from lti.seat ";

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    Seats(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Somebody came; the last launch of an activity says where it leads. */
    public void take(
            long platform, String resourceLink, String subject, PersonKey person, String lineItem, String page) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into lti.seat (platform, resource_link, subject, person_key, line_item, page, seen)
                        values (:platform, :link, :subject, :person, :item, :page, :now)
                        on conflict (platform, resource_link, subject) do update
                           set person_key = excluded.person_key, line_item = excluded.line_item,
                               page = excluded.page, seen = excluded.seen""")
                .bind("platform", platform)
                .bind("link", resourceLink)
                .bind("subject", subject)
                .bind("person", person)
                .bind("item", lineItem)
                .bind("page", page)
                .bind("now", OffsetDateTime.now(clock))
                .execute());
    }

    /** @return where the person has come to that page from */
    public List<Long> of(PersonKey person, String page) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select id from lti.seat where person_key = :person and page = :page")
                        .bind("person", person)
                        .bind("page", page)
                        .mapTo(Long.class)
                        .list());
    }

    /** @return those of these that still are; a platform takes its own along when it is removed */
    public List<Seat> find(Collection<Long> ids) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + "where id = any (:ids) order by id")
                .bindArray("ids", Long.class, List.copyOf(ids))
                .mapTo(Seat.class)
                .list());
    }
}
