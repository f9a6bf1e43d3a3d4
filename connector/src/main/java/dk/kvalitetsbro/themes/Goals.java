package dk.kvalitetsbro.themes;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.web.Bilingual;
import dk.kvalitetsbro.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The goals that the municipality pursues, its own and others'. None is ever deleted: boards name them. */
@ApplicationScoped
public class Goals {
    private final Jdbi jdbi;
    private final AuditLog audit;

    @Inject
    public Goals(Jdbi jdbi, AuditLog audit) {
        this.jdbi = jdbi;
        this.audit = audit;
    }

    /** @return the goals that are pursued, in the order in which they were added */
    public List<Goal> pursued() {
        return all().stream().filter(goal -> !goal.archived()).toList();
    }

    /** As {@link #pursued}, and the archived ones. */
    public List<Goal> all() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select g.*, array(select theme from themes.goal_theme t where t.goal = g.id) as themes
                          from themes.goal g order by id""")
                .map((row, context) -> goal(row))
                .list());
    }

    /** @throws Refusal when the same goal is pursued already, or one of its themes does not exist */
    @Transactional
    public void add(GoalContent content) {
        String code = jdbi.withHandle(handle -> {
            String added = handle.createQuery(
                            """
                            insert into themes.goal (level, source, text_da, text_en)
                            values (:level, :source, :da, :en)
                            on conflict do nothing returning code""")
                    .bind("level", content.level().name())
                    .bind("source", content.source())
                    .bind("da", content.text().da())
                    .bind("en", content.text().en())
                    .mapTo(String.class)
                    .findOne()
                    .orElseThrow(() -> new Refusal("themes.goal.twice"));
            attach(handle, added, content.themes());
            return added;
        });
        audit.add("goal.added", code, written(content));
    }

    /**
     * Puts a goal in other words, or under other themes. Boards keep the words that they were made with.
     *
     * @param seen the version that the new words build on
     */
    @Transactional
    public void change(String code, int seen, GoalContent content) {
        refuseTwin(code, content);
        jdbi.useHandle(handle -> {
            int changed = handle.createUpdate(
                            """
                            update themes.goal
                               set level = :level, source = :source, text_da = :da, text_en = :en,
                                   version = version + 1
                             where code = :code and version = :seen""")
                    .bind("level", content.level().name())
                    .bind("source", content.source())
                    .bind("da", content.text().da())
                    .bind("en", content.text().en())
                    .bind("code", code)
                    .bind("seen", seen)
                    .execute();
            if (changed == 0) {
                throw new Refusal("themes.meanwhile");
            }
            handle.execute("delete from themes.goal_theme using themes.goal where goal = id and code = ?", code);
            attach(handle, code, content.themes());
        });
        audit.add("goal.changed", code, written(content));
    }

    /** From now on nobody is offered the goal. Nothing happens when it is archived already. */
    @Transactional
    public void archive(String code) {
        if (jdbi.withHandle(handle ->
                        handle.execute("update themes.goal set archived = true where code = ? and not archived", code))
                == 1) {
            audit.add("goal.archived", code, "");
        }
    }

    /** Pursues an archived goal again. Nothing happens when it is pursued already. */
    @Transactional
    public void reopen(String code) {
        all().stream()
                .filter(goal -> goal.code().equals(code))
                .forEach(goal ->
                        refuseTwin(code, new GoalContent(goal.level(), goal.source(), goal.text(), goal.themes())));
        if (jdbi.withHandle(handle ->
                        handle.execute("update themes.goal set archived = false where code = ? and archived", code))
                == 1) {
            audit.add("goal.reopened", code, "");
        }
    }

    private void refuseTwin(String code, GoalContent content) {
        boolean twin = pursued().stream()
                .anyMatch(other -> !other.code().equals(code)
                        && other.level() == content.level()
                        && other.text().da().equals(content.text().da()));
        if (twin) {
            throw new Refusal("themes.goal.twice");
        }
    }

    private static void attach(Handle handle, String code, Collection<ThemeCode> themes) {
        int attached = handle.createUpdate(
                        """
                        insert into themes.goal_theme (goal, theme)
                        select g.id, t.code from themes.goal g join themes.theme t on t.code = any (:themes)
                         where g.code = :code""")
                .bind("code", code)
                .bindArray(
                        "themes",
                        String.class,
                        themes.stream().map(ThemeCode::value).toList())
                .execute();
        if (attached != themes.size()) {
            throw new Refusal("themes.goal.unknownTheme");
        }
    }

    private static String written(GoalContent content) {
        return content.level() + " "
                + content.themes().stream().map(ThemeCode::value).sorted().collect(Collectors.joining(" "));
    }

    private static Goal goal(ResultSet row) throws SQLException {
        Set<ThemeCode> themes = Stream.of((String[]) row.getArray("themes").getArray())
                .map(ThemeCode::new)
                .collect(Collectors.toUnmodifiableSet());
        return new Goal(
                row.getString("code"),
                Level.valueOf(row.getString("level")),
                row.getString("source"),
                new Bilingual(row.getString("text_da"), row.getString("text_en")),
                themes,
                row.getBoolean("archived"),
                row.getInt("version"));
    }
}
