package dk.kvalitetsbro.municipalresults;

import dk.kvalitetsbro.explanations.RateTiles;
import dk.kvalitetsbro.results.Results;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.surveys.Round;
import dk.kvalitetsbro.surveys.Rounds;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** "Kommunens udvikling": what went up and down since the previous round, and whether centres have come closer. */
@Controller
@RequestScoped
@Path("kommune/udvikling")
public class DevelopmentPage {
    private final Results results;
    private final DevelopmentRows rows;
    private final RateTiles rates;
    private final Rounds rounds;
    private final Models models;
    private final Clock clock;

    @Inject
    public DevelopmentPage(
            Results results, DevelopmentRows rows, RateTiles rates, Rounds rounds, Models models, Clock clock) {
        this.results = results;
        this.rows = rows;
        this.rates = rates;
        this.rounds = rounds;
        this.models = models;
        this.clock = clock;
    }

    @GET
    public String show(
            @QueryParam("runde") @DefaultValue("") String chosen, @QueryParam("gruppe") @Nullable String chosenGroup) {
        models.put("rounds", rounds.published());
        Round round = rounds.publishedOrNewest(chosen).orElse(null);
        models.put("round", round);
        if (round != null) {
            show(round, group(chosenGroup));
        }
        return "municipalresults/development.xhtml";
    }

    private static RespondentGroup group(@Nullable String name) {
        return name == null || name.isEmpty()
                ? RespondentGroup.CHILD
                : Stream.of(RespondentGroup.values())
                        .filter(group -> group.name().equals(name))
                        .findFirst()
                        .orElseThrow(NotFoundException::new);
    }

    private void show(Round round, RespondentGroup group) {
        List<Round> told = rounds.published();
        models.put("tiles", rates.of(results.municipalResponseRates(round.code())));
        models.put("trends", rows.trends(results.municipalTrends(round.code())));
        models.put("group", group);
        models.put(
                "groups",
                Stream.of(RespondentGroup.values())
                        .filter(other -> other != RespondentGroup.LEADER)
                        .toList());
        models.put(
                "variation",
                rows.variation(
                        group,
                        told.stream()
                                .flatMap(each -> results.variation(each.code()).stream())
                                .toList()));
        models.put("ruleVersion", results.ruleVersion(round.code()));
        models.put("today", LocalDate.now(clock));
    }
}
