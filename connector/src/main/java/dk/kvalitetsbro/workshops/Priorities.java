package dk.kvalitetsbro.workshops;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.themes.Need;
import dk.kvalitetsbro.themes.Needs;
import dk.kvalitetsbro.themes.NewNeed;
import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.themes.Themes;
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
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What a group puts first, in its own order. Each priority is a need that the leader can answer with a course. */
@ApplicationScoped
public class Priorities {
    private static final int LONGEST = 300;

    private final Jdbi jdbi;
    private final Material material;
    private final Themes themes;
    private final Needs needs;
    private final Voices voices;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public Priorities(
            Jdbi jdbi, Material material, Themes themes, Needs needs, Voices voices, AuditLog audit, Clock clock) {
        this.jdbi = jdbi;
        this.material = material;
        this.themes = themes;
        this.needs = needs;
        this.voices = voices;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return the priorities, what comes first first */
    List<Priority> of(Workshop workshop) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select p.*, row_number() over (order by place) as rank
                          from workshops.priority p where workshop = :workshop order by place""")
                .bind("workshop", workshop.id())
                .map((row, context) -> priority(row))
                .list());
    }

    /** @return the needs that the priorities have become, by the priority's id */
    Map<Long, Need> raised(Workshop workshop) {
        return needs.of(workshop.centre()).stream()
                .filter(need -> need.source() == Need.Source.PRIORITY)
                .collect(Collectors.toMap(need -> Long.valueOf(need.sourceRef()), Function.identity()));
    }

    /**
     * Adds a priority after the others, and publishes the need.
     *
     * @throws Refusal when the theme or value does not exist, the bubble is off the board, or the argument cites a core
     *     task that the group has not defined
     */
    @Transactional
    void add(Workshop workshop, @Nullable String text, ThemeCode theme, Optional<Long> bubble, Argument argument) {
        String words = FreeText.required(text, LONGEST);
        check(workshop, argument);
        if (themes.inUse().stream().noneMatch(offered -> offered.code().equals(theme))) {
            throw new Refusal("workshops.choose");
        }
        List<Long> added = jdbi.withHandle(handle -> handle.createQuery(
                        """
                        insert into workshops.priority (workshop, text, theme, bubble, value, reason, added)
                        select :workshop, :text, :theme, b.id, :value, :reason, :now
                          from (select cast(:bubble as bigint) as wanted) w
                          left join workshops.bubble b
                            on b.workshop = :workshop and b.id = w.wanted and b.removed is null
                         where b.id is not null or w.wanted is null
                        returning id""")
                .bind("workshop", workshop.id())
                .bind("text", words)
                .bind("theme", theme)
                .bind("bubble", bubble)
                .bind("value", argument.value())
                .bind("reason", argument.reason())
                .bind("now", OffsetDateTime.now(clock))
                .mapTo(Long.class)
                .list());
        Meanwhile.refuseUnless(added.size() == 1);
        publish(workshop, added.get(0), words, theme, argument);
        audit.add("workshop.prioritised", workshop.centre().value(), added.get(0) + " " + theme);
    }

    /**
     * Puts a priority and its argument in other words; its theme, its place and its need stay.
     *
     * @param seen the version that the new words build on
     */
    @Transactional
    void change(Workshop workshop, long id, int seen, @Nullable String text, Argument argument) {
        String words = FreeText.required(text, LONGEST);
        check(workshop, argument);
        Optional<ThemeCode> theme = jdbi.withHandle(handle -> handle.createQuery(
                        """
                        update workshops.priority
                           set text = :text, value = :value, reason = :reason, version = version + 1
                         where workshop = :workshop and id = :id and version = :seen returning theme""")
                .bind("text", words)
                .bind("value", argument.value())
                .bind("reason", argument.reason())
                .bind("workshop", workshop.id())
                .bind("id", id)
                .bind("seen", seen)
                .mapTo(ThemeCode.class)
                .findOne());
        Meanwhile.refuseUnless(theme.isPresent());
        publish(workshop, id, words, theme.orElseThrow(), argument);
    }

    /**
     * Lets two neighbours change places.
     *
     * @throws Refusal when they are not neighbours any more, the first right before the second
     */
    @Transactional
    void swap(Workshop workshop, long first, long second) {
        int moved = jdbi.withHandle(handle -> handle.createUpdate(
                        """
                        with neighbours as (
                             select id, place, lead(id) over (order by place) as next_id,
                                    lead(place) over (order by place) as next_place
                               from workshops.priority where workshop = :workshop)
                        update workshops.priority p
                           set place = case p.id when n.id then n.next_place else n.place end
                          from neighbours n
                         where n.id = :first and n.next_id = :second
                           and (p.id, p.place) in ((n.id, n.place), (n.next_id, n.next_place))""")
                .bind("workshop", workshop.id())
                .bind("first", first)
                .bind("second", second)
                .execute());
        Meanwhile.refuseUnless(moved == 2);
        voices.heardIn(workshop);
    }

    private void check(Workshop workshop, Argument argument) {
        if (argument.citesCoreTask() && !workshop.hasCoreTask()) {
            throw new Refusal("workshops.priorities.noCoreTask");
        }
        argument.value().ifPresent(code -> {
            if (material.values().stream().noneMatch(value -> value.code().equals(code))) {
                throw new Refusal("workshops.choose");
            }
        });
    }

    private void publish(Workshop workshop, long id, String words, ThemeCode theme, Argument argument) {
        needs.publish(List.of(new NewNeed(
                workshop.centre(),
                theme,
                Need.Source.PRIORITY,
                Long.toString(id),
                Optional.empty(),
                Bilingual.of("workshops.need", words, workshop.title(), argument.reason()))));
        voices.heardIn(workshop);
    }

    private static Priority priority(ResultSet row) throws SQLException {
        return new Priority(
                row.getLong("id"),
                row.getInt("rank"),
                row.getString("text"),
                new ThemeCode(row.getString("theme")),
                Optional.ofNullable(row.getObject("bubble", Long.class)),
                new Argument(Optional.ofNullable(row.getString("value")), row.getString("reason")),
                row.getInt("version"));
    }
}
