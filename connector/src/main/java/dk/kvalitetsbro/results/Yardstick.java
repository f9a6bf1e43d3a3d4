package dk.kvalitetsbro.results;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Scale;
import dk.kvalitetsbro.statistics.Scale500;
import dk.kvalitetsbro.statistics.Shrinkage;
import dk.kvalitetsbro.statistics.Summary;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What every centre's figure of one theme and group is held against: the municipality, and the baselines of the items
 * asked and of those that the previous round asked too.
 *
 * @param shown whether the municipality's figure may be told, and so be compared with
 */
record Yardstick(
        ThemeCode theme,
        RespondentGroup grp,
        Scale scale,
        boolean shown,
        long n,
        double mean,
        double variance,
        Optional<Double> betweenSd,
        Optional<Double> withinSd,
        Optional<Double> baselineMean,
        Optional<Double> baselineSd,
        Optional<Double> sharedMean,
        Optional<Double> sharedSd) {

    /** What a yardstick is for. */
    record Of(ThemeCode theme, RespondentGroup group) {}

    static Map<Of, Yardstick> ofRound(Handle handle, String round) {
        return handle
                .createQuery(
                        """
                        select m.theme, m.grp, m.scale, m.withheld is null as shown, m.n, m.mean, m.variance,
                               v.between_sd, v.within_sd, b.mean as baseline_mean, b.sd as baseline_sd,
                               s.mean as shared_mean, s.sd as shared_sd
                          from results.municipal_result m
                          left join results.variation v on v.round = m.round and v.theme = m.theme and v.grp = m.grp
                          left join results.baseline b on b.theme = m.theme and b.grp = m.grp and b.item_set = m.item_set
                          left join results.comparison c on c.round = m.round and c.theme = m.theme and c.grp = m.grp
                          left join results.baseline s on s.theme = m.theme and s.grp = m.grp and s.item_set = c.item_set
                         where m.round = :round""")
                .bind("round", round)
                .mapTo(Yardstick.class)
                .stream()
                .collect(toMap(each -> new Of(each.theme(), each.grp()), identity()));
    }

    /** All centres but one. */
    Optional<Summary> others(Summary centre) {
        return shown ? Optional.of(new Summary(n, mean, variance).minus(centre)) : Optional.empty();
    }

    Optional<Scale500> baseline() {
        return baselineMean.flatMap(center -> baselineSd.map(sd -> new Scale500(center, sd)));
    }

    Optional<Scale500> sharedBaseline() {
        return sharedMean.flatMap(center -> sharedSd.map(sd -> new Scale500(center, sd)));
    }

    /**
     * A centre's points below the municipality, drawn towards it the more the fewer answers there are; negative above it.
     * Only for putting themes in order.
     */
    double shrunkenSize(Summary centre) {
        return shrinkage()
                .flatMap(shrink -> baseline()
                        .map(points -> points.points(mean) - points.points(shrink.estimate(centre.mean(), centre.n()))))
                .orElse(0.0);
    }

    private Optional<Shrinkage> shrinkage() {
        return shown
                ? betweenSd.flatMap(between -> withinSd.map(within -> new Shrinkage(between, within, mean)))
                : Optional.empty();
    }
}
