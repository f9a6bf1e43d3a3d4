package dk.kvalitetsbro.themes;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/** What the municipality decides about themes: those of its own, and which are in focus. No theme is ever deleted. */
@ApplicationScoped
public class Strategy {
    private final Jdbi jdbi;
    private final Themes themes;
    private final AuditLog audit;
    private final Event<ThemesChanged> changed;

    @Inject
    public Strategy(Jdbi jdbi, Themes themes, AuditLog audit, Event<ThemesChanged> changed) {
        this.jdbi = jdbi;
        this.themes = themes;
        this.audit = audit;
        this.changed = changed;
    }

    /** @throws Refusal when there is a theme with that code, now or before */
    @Transactional
    public void add(ThemeCode code, OwnTheme theme) {
        int added = jdbi.withHandle(handle -> bind(
                        handle.createUpdate(
                                """
                        insert into themes.theme (code, name_da, name_en, description, valid_from, valid_to)
                        values (:code, :da, :en, :description, :from, :to) on conflict (code) do nothing"""),
                        code,
                        theme)
                .execute());
        if (added == 0) {
            throw new Refusal("themes.code.taken", code.value());
        }
        audit.add("theme.added", code.value(), theme.name().da());
        changed.fire(new ThemesChanged());
    }

    /**
     * Says something else of a theme of the municipality's own. Its code stays, and so does whatever is about it.
     *
     * @param seen the version that this builds on
     * @throws Refusal when somebody else has changed it meanwhile
     */
    @Transactional
    public void change(ThemeCode code, int seen, OwnTheme theme) {
        int updated = jdbi.withHandle(handle -> bind(
                        handle.createUpdate(
                                """
                        update themes.theme
                           set name_da = :da, name_en = :en, description = :description, valid_from = :from,
                               valid_to = :to, version = version + 1
                         where code = :code and kind = 'OWN' and version = :seen"""),
                        code,
                        theme)
                .bind("seen", seen)
                .execute());
        if (updated == 0) {
            throw new Refusal("themes.meanwhile");
        }
        audit.add("theme.changed", code.value(), theme.name().da());
        changed.fire(new ThemesChanged());
    }

    /**
     * Puts a theme in focus, or takes it out. Findings of rounds that are closed keep their order.
     *
     * @throws Refusal when it has ended
     */
    @Transactional
    public void focus(ThemeCode code, boolean focus) {
        if (focus
                && find(code)
                        .map(theme -> theme.state() == KeptTheme.State.ENDED)
                        .orElse(false)) {
            throw new Refusal("themes.focus.ended");
        }
        int updated = jdbi.withHandle(handle ->
                handle.execute("update themes.theme set focus = ? where code = ? and focus <> ?", focus, code, focus));
        if (updated == 1) {
            audit.add(focus ? "theme.focused" : "theme.unfocused", code.value(), "");
        }
    }

    Optional<KeptTheme> find(ThemeCode code) {
        return themes.kept().stream()
                .filter(kept -> kept.theme().code().equals(code))
                .findFirst();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, ThemeCode code, OwnTheme theme) {
        return statement
                .bind("code", code)
                .bind("da", theme.name().da())
                .bind("en", theme.name().en())
                .bind("description", theme.description())
                .bind("from", theme.from())
                .bind("to", theme.to());
    }
}
