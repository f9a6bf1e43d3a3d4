package dk.kvalitetsbro.explanations;

import dk.kvalitetsbro.privacy.Release;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.ResponseRate;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** How many have answered, group by group. */
@RequestScoped
public class RateTiles {
    /** @param figure such as "76 %", or a count where more answered than were listed; empty where it is withheld */
    public record Tile(String group, String figure, String sentence, boolean shown) {}

    private final Texts texts;
    private final Reasons reasons;

    @Inject
    public RateTiles(Texts texts, Reasons reasons) {
        this.texts = texts;
        this.reasons = reasons;
    }

    public List<Tile> of(Map<RespondentGroup, Release<ResponseRate>> rates) {
        return rates.entrySet().stream()
                .map(rate -> tile(rate.getKey(), rate.getValue()))
                .toList();
    }

    private Tile tile(RespondentGroup group, Release<ResponseRate> rate) {
        String name = texts.get("results.group." + group);
        return rate.shown()
                .map(shown -> new Tile(name, figure(shown), sentence(group, shown), true))
                .orElseGet(() ->
                        new Tile(name, "", reasons.withheldShort(rate.withheld().orElseThrow()), false));
    }

    private String figure(ResponseRate rate) {
        return isShare(rate)
                ? texts.number(100 * rate.rate().orElseThrow(), 0) + "\u00a0%"
                : texts.number(rate.valid(), 0);
    }

    /** Two parents may answer for one child, and a child may have two contact pedagogues: then it is no share. */
    private static boolean isShare(ResponseRate rate) {
        return rate.eligible() > 0 && rate.valid() <= rate.eligible();
    }

    private String sentence(RespondentGroup group, ResponseRate rate) {
        return isShare(rate)
                ? texts.of("results.rate." + group, rate.valid(), rate.eligible())
                : texts.of("results.rate.count", rate.valid(), rate.eligible());
    }
}
