package dk.kvalitetsbro.centreresults;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.access.CurrentActor;
import dk.kvalitetsbro.explanations.FindingCards;
import dk.kvalitetsbro.explanations.FindingSections;
import dk.kvalitetsbro.explanations.RateTiles;
import dk.kvalitetsbro.organisation.Centre;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.results.Finding;
import dk.kvalitetsbro.results.Findings;
import dk.kvalitetsbro.results.Results;
import dk.kvalitetsbro.statistics.findings.Thresholds;
import dk.kvalitetsbro.surveys.Round;
import dk.kvalitetsbro.surveys.Rounds;
import dk.kvalitetsbro.themes.Need;
import dk.kvalitetsbro.themes.Needs;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** "Vores resultater": how children, parents and staff experience a centre, what succeeds there first. */
@Controller
@RequestScoped
@Path("dagtilbud/{centre}/resultater")
public class ResultsPage {
    private final Results results;
    private final Findings findings;
    private final FindingCards cards;
    private final RateTiles rates;
    private final Rounds rounds;
    private final Organisation organisation;
    private final Needs needs;
    private final CurrentActor actor;
    private final Models models;
    private final Clock clock;

    @Inject
    public ResultsPage(
            Results results,
            Findings findings,
            FindingCards cards,
            RateTiles rates,
            Rounds rounds,
            Organisation organisation,
            Needs needs,
            CurrentActor actor,
            Models models,
            Clock clock) {
        this.results = results;
        this.findings = findings;
        this.cards = cards;
        this.rates = rates;
        this.rounds = rounds;
        this.organisation = organisation;
        this.needs = needs;
        this.actor = actor;
        this.models = models;
        this.clock = clock;
    }

    @GET
    public String show(@PathParam("centre") CentreCode code, @QueryParam("runde") @DefaultValue("") String chosen) {
        Centre centre = organisation.centre(code).orElseThrow(NotFoundException::new);
        models.put("centre", centre);
        models.put("rounds", rounds.published());
        Optional<Round> round = rounds.publishedOrNewest(chosen);
        models.put("round", round.orElse(null));
        round.ifPresent(published -> show(centre, published));
        return "centreresults/results.xhtml";
    }

    private void show(Centre centre, Round round) {
        Thresholds thresholds = rounds.thresholds(round.code());
        List<Finding> found = findings.of(centre.code(), round.code());
        FindingSections.of(cards.of(found, results.ofRound(centre.code(), round.code()), thresholds))
                .putInto(models);
        models.put("tiles", rates.of(results.responseRates(centre.code(), round.code())));
        models.put("ruleVersion", results.ruleVersion(round.code()));
        models.put("today", LocalDate.now(clock));
        if (actor.get().leads().contains(centre.code())) {
            putNeeds(centre, found);
        }
    }

    /** A leader sees each finding's need; the first that awaits a decision has the page's one primary button. */
    private void putNeeds(Centre centre, List<Finding> found) {
        Map<String, Need> byRef = needs.of(centre.code()).stream()
                .filter(need -> need.source() == Need.Source.FINDING)
                .collect(toMap(Need::sourceRef, identity()));
        models.put("needs", byRef);
        models.put(
                "next",
                found.stream()
                        .flatMap(finding -> Stream.ofNullable(byRef.get(finding.needRef())))
                        .filter(need -> need.decision().isEmpty())
                        .map(Need::sourceRef)
                        .findFirst()
                        .orElse(""));
    }
}
