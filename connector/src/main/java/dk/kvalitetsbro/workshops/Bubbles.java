package dk.kvalitetsbro.workshops;

import dk.kvalitetsbro.themes.Goals;
import dk.kvalitetsbro.themes.Level;
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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The bubbles on a workshop's board. */
@ApplicationScoped
public class Bubbles {
    private static final int LONGEST = 300;

    private final Jdbi jdbi;
    private final Goals goals;
    private final Voices voices;
    private final Clock clock;

    @Inject
    public Bubbles(Jdbi jdbi, Goals goals, Voices voices, Clock clock) {
        this.jdbi = jdbi;
        this.goals = goals;
        this.voices = voices;
        this.clock = clock;
    }

    /** @return those on the board, in the order they were added */
    List<Bubble> of(Workshop workshop) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select b.*, exists (select from workshops.link_shown l
                                             where l.bubble = b.id and l.towards is null) as linked
                          from workshops.bubble b
                         where b.workshop = :workshop and b.removed is null order by b.id""")
                .bind("workshop", workshop.id())
                .map((row, context) -> bubble(row))
                .list());
    }

    /** Adds a task in the group's own words. */
    @Transactional
    void add(Workshop workshop, Level level, @Nullable String text) {
        String words = FreeText.required(text, LONGEST);
        put(workshop, List.of(new Fresh(level, new Bilingual(words, words), Optional.empty(), Optional.empty())));
    }

    /**
     * Puts ready goals on the board; one that is there already stays as it is.
     *
     * @throws Refusal when none is chosen
     */
    @Transactional
    void addGoals(Workshop workshop, Collection<String> codes) {
        List<Fresh> chosen = goals.pursued().stream()
                .filter(goal -> codes.contains(goal.code()))
                .map(goal -> new Fresh(goal.level(), goal.text(), Optional.of(goal.code()), Optional.of(goal.source())))
                .toList();
        if (chosen.isEmpty()) {
            throw new Refusal("workshops.bubbles.noneChosen");
        }
        put(workshop, chosen);
    }

    /**
     * Puts a bubble in other words.
     *
     * @param seen the version that the new words build on
     */
    @Transactional
    void change(Workshop workshop, long id, int seen, @Nullable String text) {
        String words = FreeText.required(text, LONGEST);
        int changed = jdbi.withHandle(handle -> handle.createUpdate(
                        """
                        update workshops.bubble set text_da = :text, text_en = :text, version = version + 1
                         where workshop = :workshop and id = :id and version = :seen and removed is null""")
                .bind("text", words)
                .bind("workshop", workshop.id())
                .bind("id", id)
                .bind("seen", seen)
                .execute());
        Meanwhile.refuseUnless(changed == 1);
        voices.heardIn(workshop);
    }

    /** Takes a bubble off the board, and with it the links to and from it. Nothing happens when it is off already. */
    @Transactional
    void remove(Workshop workshop, long id) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        update workshops.bubble set removed = :now
                         where workshop = :workshop and id = :id and removed is null""")
                .bind("now", OffsetDateTime.now(clock))
                .bind("workshop", workshop.id())
                .bind("id", id)
                .execute());
        voices.heardIn(workshop);
    }

    private record Fresh(Level level, Bilingual text, Optional<String> goal, Optional<String> source) {}

    private void put(Workshop workshop, List<Fresh> bubbles) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(
                    """
                    insert into workshops.bubble (workshop, level, text_da, text_en, goal, source, added)
                    values (:workshop, :level, :da, :en, :goal, :source, :now)
                    on conflict (workshop, goal) where removed is null do nothing""");
            for (Fresh bubble : bubbles) {
                batch.bind("workshop", workshop.id())
                        .bind("level", bubble.level().name())
                        .bind("da", bubble.text().da())
                        .bind("en", bubble.text().en())
                        .bind("goal", bubble.goal())
                        .bind("source", bubble.source())
                        .bind("now", now)
                        .add();
            }
            batch.execute();
        });
        voices.heardIn(workshop);
    }

    private static Bubble bubble(ResultSet row) throws SQLException {
        return new Bubble(
                row.getLong("id"),
                Level.valueOf(row.getString("level")),
                new Bilingual(row.getString("text_da"), row.getString("text_en")),
                Optional.ofNullable(row.getString("goal")),
                Optional.ofNullable(row.getString("source")),
                row.getInt("version"),
                row.getBoolean("linked"));
    }
}
