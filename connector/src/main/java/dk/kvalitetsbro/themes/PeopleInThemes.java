package dk.kvalitetsbro.themes;

import dk.kvalitetsbro.privacy.Erasure;
import dk.kvalitetsbro.privacy.Holdings;
import dk.kvalitetsbro.privacy.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;

/** What leaders decided. The decisions stay; who made them goes. */
@ApplicationScoped
class PeopleInThemes implements PersonalData {
    @Override
    public void tell(Holdings holdings) {
        holdings.add(
                "themes.decisions",
                """
                select n.centre, t.name_da as theme, d.choice, d.reason, d.decided
                  from themes.decision d
                  join themes.need n on n.id = d.need
                  join themes.theme t on t.code = n.theme
                 where d.by_whom = :key order by d.id""");
        holdings.texts("themes.reasons", "themes.decision", "reason");
        holdings.texts("themes.needs", "themes.need", "reason_da", "reason_en");
        holdings.texts("themes.goals", "themes.goal", "source", "text_da", "text_en");
        holdings.texts("themes.themes", "themes.theme", "name_da", "name_en", "description");
    }

    @Override
    public void erase(Erasure erasure) {
        erasure.run("update themes.decision set by_whom = :former where by_whom = :key");
        erasure.texts("themes.decision", "reason");
        erasure.texts("themes.need", "reason_da", "reason_en");
        erasure.texts("themes.goal", "source", "text_da", "text_en");
        erasure.texts("themes.theme", "name_da", "name_en", "description");
    }
}
