package dk.kvalitetsbro.themes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The municipality's themes, in their fixed order: the common ones, then its own. */
@ApplicationScoped
public class Themes {
    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    public Themes(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** @return every theme there ever was: what is told about the past names them */
    public List<Theme> all() {
        return kept().stream().map(KeptTheme::theme).toList();
    }

    /** @return those that something new can be about today */
    public List<Theme> inUse() {
        return kept().stream()
                .filter(theme -> theme.state() == KeptTheme.State.IN_USE)
                .map(KeptTheme::theme)
                .toList();
    }

    /** @return all of them by code, in their fixed order */
    public Map<ThemeCode, Theme> byCode() {
        Map<ThemeCode, Theme> themes = new LinkedHashMap<>();
        all().forEach(theme -> themes.put(theme.code(), theme));
        return themes;
    }

    public Optional<Theme> find(ThemeCode code) {
        return Optional.ofNullable(byCode().get(code));
    }

    List<KeptTheme> kept() {
        LocalDate today = LocalDate.now(clock);
        return jdbi.withHandle(handle -> handle.createQuery("select * from themes.theme order by position")
                .map((row, context) -> KeptTheme.read(row, today))
                .list());
    }
}
