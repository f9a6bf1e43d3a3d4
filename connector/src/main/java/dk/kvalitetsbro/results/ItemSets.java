package dk.kvalitetsbro.results;

import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.themes.ThemeCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Which items a round's figures are made of: two figures can be compared only where these are the same. */
@ApplicationScoped
public class ItemSets {
    /** What a figure is about. */
    public record About(ThemeCode theme, RespondentGroup group) {}

    /**
     * The items that were asked.
     *
     * @param codes    in alphabetical order
     * @param baseline the round in which the group's mean on them was 500; empty when all answered alike then
     */
    public record ItemSet(List<String> codes, Optional<String> baseline) {}

    private record Row(ThemeCode theme, RespondentGroup grp, String itemSet, Optional<String> baseline) {}

    private final Jdbi jdbi;

    @Inject
    public ItemSets(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Map<About, ItemSet> of(String round) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select m.theme, m.grp, m.item_set, b.round as baseline
                          from results.municipal_result m
                          left join results.baseline b on b.theme = m.theme and b.grp = m.grp and b.item_set = m.item_set
                         where m.round = :round""")
                .bind("round", round)
                .mapTo(Row.class)
                .collect(Collectors.toMap(
                        row -> new About(row.theme(), row.grp()),
                        row -> new ItemSet(List.of(row.itemSet().split(" ")), row.baseline()))));
    }
}
