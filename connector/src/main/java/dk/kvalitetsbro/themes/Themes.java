package dk.kvalitetsbro.themes;

import dk.kvalitetsbro.web.Bilingual;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The municipality's themes, in their fixed order. */
@ApplicationScoped
public class Themes {
    private final Jdbi jdbi;

    @Inject
    public Themes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public List<Theme> all() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select code, name_da, name_en, focus from themes.theme order by position")
                        .map((row, context) -> new Theme(
                                new ThemeCode(row.getString("code")),
                                new Bilingual(row.getString("name_da"), row.getString("name_en")),
                                row.getBoolean("focus")))
                        .list());
    }

    /** @return the themes by code, in their fixed order */
    public Map<ThemeCode, Theme> byCode() {
        Map<ThemeCode, Theme> themes = new LinkedHashMap<>();
        all().forEach(theme -> themes.put(theme.code(), theme));
        return themes;
    }

    public Optional<Theme> find(ThemeCode code) {
        return Optional.ofNullable(byCode().get(code));
    }
}
