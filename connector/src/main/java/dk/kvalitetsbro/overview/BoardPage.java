package dk.kvalitetsbro.overview;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.competence.CoursesGiven;
import dk.kvalitetsbro.explanations.RateTiles;
import dk.kvalitetsbro.organisation.Centre;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.results.Finding;
import dk.kvalitetsbro.results.Findings;
import dk.kvalitetsbro.results.Results;
import dk.kvalitetsbro.statistics.findings.Status;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Comparator;
import java.util.List;

/** The one page for a centre's board: who took part there, where it succeeds, and the municipality beside it. */
@Controller
@RequestScoped
@Path("dagtilbud/{centre}/bestyrelse")
public class BoardPage {
    private final Summary summary;
    private final Organisation organisation;
    private final Rounds rounds;
    private final Results results;
    private final Findings findings;
    private final RateTiles rates;
    private final CoursesGiven courses;
    private final Models models;

    @Inject
    public BoardPage(
            Summary summary,
            Organisation organisation,
            Rounds rounds,
            Results results,
            Findings findings,
            RateTiles rates,
            CoursesGiven courses,
            Models models) {
        this.summary = summary;
        this.organisation = organisation;
        this.rounds = rounds;
        this.results = results;
        this.findings = findings;
        this.rates = rates;
        this.courses = courses;
        this.models = models;
    }

    @GET
    public String show(
            @PathParam("centre") CentreCode code, @QueryParam("gruppe") @DefaultValue("CHILD") String group) {
        Centre centre = organisation.centre(code).orElseThrow(NotFoundException::new);
        models.put("centre", centre);
        models.put("centreCourses", courses.count().at(code));
        rounds.newestPublished().ifPresent(round -> putCentre(code, round));
        summary.putMunicipality(SummaryPage.group(group));
        return "overview/board.xhtml";
    }

    private void putCentre(CentreCode code, Round round) {
        List<Finding> found = findings.of(code, round.code());
        models.put("tookPart", !found.isEmpty());
        models.put("centreTiles", rates.of(results.responseRates(code, round.code())));
        models.put(
                "strengths",
                found.stream()
                        .filter(finding -> finding.status() == Status.STRENGTH)
                        .sorted(Comparator.comparing(
                                finding -> finding.theme().name().da()))
                        .toList());
    }
}
