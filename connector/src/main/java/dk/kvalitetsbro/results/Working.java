package dk.kvalitetsbro.results;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.ResponseRate;
import dk.kvalitetsbro.statistics.findings.Status;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What a centre's finding on a theme rests on beside its signals, as it was kept when the round closed.
 *
 * @param status of the theme
 * @param focus  whether the municipality followed the theme with particular attention
 * @param size   points below the municipality, drawn towards it, by which the theme was put in its place; negative above
 * @param groups those that are shown
 */
public record Working(Status status, boolean focus, double size, List<Basis> groups) {
    /**
     * Of one group.
     *
     * @param alpha of the theme's items, where these are shown, too
     */
    public record Basis(RespondentGroup grp, int n, int eligible, int families, Optional<Double> alpha) {
        public ResponseRate rate() {
            return ResponseRate.of(grp, n, families, eligible);
        }
    }

    private record Place(Status status, boolean focus, double size) {}

    /** Of a published round; none where the centre has no findings of its own. */
    static Optional<Working> of(Handle handle, CentreCode centre, String round, ThemeCode theme) {
        return handle.createQuery(
                        """
                        select f.status, f.focus, f.size from results.finding f
                          join results.round_result r on r.round = f.round and r.published is not null
                         where f.round = :round and f.centre = :centre and f.theme = :theme""")
                .bind("round", round)
                .bind("centre", centre)
                .bind("theme", theme)
                .mapTo(Place.class)
                .findOne()
                .map(place ->
                        new Working(place.status(), place.focus(), place.size(), groups(handle, centre, round, theme)));
    }

    private static List<Basis> groups(Handle handle, CentreCode centre, String round, ThemeCode theme) {
        return handle.createQuery(
                        """
                        select t.grp, t.n, t.eligible, t.families,
                               case when t.items_withheld is null then t.alpha end as alpha
                          from results.theme_result t
                         where t.round = :round and t.centre = :centre and t.theme = :theme and t.withheld is null
                         order by array_position(:groups, t.grp)""")
                .bind("round", round)
                .bind("centre", centre)
                .bind("theme", theme)
                .bindArray("groups", String.class, Findings.groupNames())
                .mapTo(Basis.class)
                .list();
    }
}
