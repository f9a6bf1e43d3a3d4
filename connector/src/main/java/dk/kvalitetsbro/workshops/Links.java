package dk.kvalitetsbro.workshops;

import dk.kvalitetsbro.web.Bilingual;
import dk.kvalitetsbro.web.FreeText;
import dk.kvalitetsbro.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** How the bubbles of a workshop hang together with the core task and with each other. */
@ApplicationScoped
public class Links {
    private static final int LONGEST = 500;

    private final Jdbi jdbi;
    private final Voices voices;
    private final Clock clock;

    @Inject
    public Links(Jdbi jdbi, Voices voices, Clock clock) {
        this.jdbi = jdbi;
        this.voices = voices;
        this.clock = clock;
    }

    /** @return the links whose ends are on the board, in the order they were added */
    List<Link> of(Workshop workshop) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from workshops.link_shown where workshop = :workshop order by id")
                .bind("workshop", workshop.id())
                .map((row, context) -> link(row))
                .list());
    }

    /**
     * Links a bubble with another one, or with the core task when that is empty. The same ends may be linked more than
     * once, for different reasons.
     *
     * @throws Refusal when a bubble is not, or no longer, on this workshop's board
     */
    @Transactional
    void add(Workshop workshop, long bubble, Optional<Long> towards, Link.Kind kind, @Nullable String reason) {
        String words = FreeText.required(reason, LONGEST);
        if (towards.isPresent() && towards.get() == bubble) {
            throw new Refusal("workshops.links.toItself");
        }
        int added = jdbi.withHandle(handle -> handle.createUpdate(
                        """
                        insert into workshops.link (workshop, bubble, towards, kind, reason, added)
                        select b.workshop, b.id, t.id, :kind, :reason, :now
                          from workshops.bubble b
                          left join workshops.bubble t
                            on t.workshop = b.workshop and t.id = :towards and t.removed is null
                         where b.workshop = :workshop and b.id = :bubble and b.removed is null
                           and (t.id is not null or cast(:towards as bigint) is null)""")
                .bind("workshop", workshop.id())
                .bind("bubble", bubble)
                .bind("towards", towards)
                .bind("kind", kind.name())
                .bind("reason", words)
                .bind("now", OffsetDateTime.now(clock))
                .execute());
        Meanwhile.refuseUnless(added == 1);
        voices.heardIn(workshop);
    }

    /** @param seen the version that the change builds on */
    @Transactional
    void change(Workshop workshop, long id, int seen, Link.Kind kind, @Nullable String reason) {
        String words = FreeText.required(reason, LONGEST);
        int changed = jdbi.withHandle(handle -> handle.createUpdate(
                        """
                        update workshops.link set kind = :kind, reason = :reason, version = version + 1
                         where workshop = :workshop and id = :id and version = :seen and removed is null""")
                .bind("kind", kind.name())
                .bind("reason", words)
                .bind("workshop", workshop.id())
                .bind("id", id)
                .bind("seen", seen)
                .execute());
        Meanwhile.refuseUnless(changed == 1);
        voices.heardIn(workshop);
    }

    /** Nothing happens when it is removed already. */
    @Transactional
    void remove(Workshop workshop, long id) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        update workshops.link set removed = :now
                         where workshop = :workshop and id = :id and removed is null""")
                .bind("now", OffsetDateTime.now(clock))
                .bind("workshop", workshop.id())
                .bind("id", id)
                .execute());
        voices.heardIn(workshop);
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                row.getLong("id"),
                new Bilingual(row.getString("bubble_da"), row.getString("bubble_en")),
                row.getString("towards_da") == null
                        ? Optional.empty()
                        : Optional.of(new Bilingual(row.getString("towards_da"), row.getString("towards_en"))),
                Link.Kind.valueOf(row.getString("kind")),
                row.getString("reason"),
                row.getInt("version"));
    }
}
