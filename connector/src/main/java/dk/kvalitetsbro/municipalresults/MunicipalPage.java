package dk.kvalitetsbro.municipalresults;

import dk.kvalitetsbro.explanations.FindingCards;
import dk.kvalitetsbro.explanations.FindingSections;
import dk.kvalitetsbro.results.MunicipalFindings;
import dk.kvalitetsbro.results.Results;
import dk.kvalitetsbro.statistics.findings.Thresholds;
import dk.kvalitetsbro.surveys.Round;
import dk.kvalitetsbro.surveys.Rounds;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** "Kommunens fund": what the municipality as a whole succeeds with, and what it has reason to be curious about. */
@Controller
@RequestScoped
@Path("kommune/fund")
public class MunicipalPage {
    private final MunicipalFindings findings;
    private final FindingCards cards;
    private final Results results;
    private final Rounds rounds;
    private final Models models;
    private final Clock clock;

    @Inject
    public MunicipalPage(
            MunicipalFindings findings,
            FindingCards cards,
            Results results,
            Rounds rounds,
            Models models,
            Clock clock) {
        this.findings = findings;
        this.cards = cards;
        this.results = results;
        this.rounds = rounds;
        this.models = models;
        this.clock = clock;
    }

    @GET
    public String show(@QueryParam("runde") @DefaultValue("") String chosen) {
        models.put("rounds", rounds.published());
        Optional<Round> round = rounds.publishedOrNewest(chosen);
        models.put("round", round.orElse(null));
        round.ifPresent(this::show);
        return "municipalresults/municipality.xhtml";
    }

    private void show(Round round) {
        Thresholds thresholds = rounds.thresholds(round.code());
        FindingSections.of(cards.ofMunicipality(findings.of(round.code()), thresholds))
                .putInto(models);
        models.put("ruleVersion", results.ruleVersion(round.code()));
        models.put("today", LocalDate.now(clock));
    }
}
