package dk.kvalitetsbro.overview;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.assignments.FollowUp;
import dk.kvalitetsbro.assignments.Given;
import dk.kvalitetsbro.results.Finding;
import dk.kvalitetsbro.results.Findings;
import dk.kvalitetsbro.surveys.Round;
import dk.kvalitetsbro.surveys.Rounds;
import dk.kvalitetsbro.themes.Need;
import dk.kvalitetsbro.themes.Needs;
import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.workshops.Wonderings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Gathers what a leader needs today from those who know it. */
@ApplicationScoped
public class Overviews {
    private final Needs needs;
    private final Findings findings;
    private final Rounds rounds;
    private final Wonderings wonderings;
    private final FollowUp followUp;
    private final OpenFindings openFindings;

    @Inject
    public Overviews(
            Needs needs,
            Findings findings,
            Rounds rounds,
            Wonderings wonderings,
            FollowUp followUp,
            OpenFindings openFindings) {
        this.needs = needs;
        this.findings = findings;
        this.rounds = rounds;
        this.wonderings = wonderings;
        this.followUp = followUp;
        this.openFindings = openFindings;
    }

    /** @return the centre's overview; needs of older rounds have given way to those of the newest */
    public Overview of(CentreCode centre) {
        Optional<Round> newest = rounds.newestPublished();
        List<Need> current = needs.of(centre).stream()
                .filter(need -> need.round().isEmpty()
                        || need.decision().isPresent()
                        || need.round().equals(newest.map(Round::code)))
                .toList();
        return new Overview(
                newest,
                rounds.all().stream()
                        .filter(round -> round.state() == Round.State.OPEN)
                        .findFirst(),
                current.stream()
                        .filter(need -> need.decision().isEmpty())
                        .sorted(mostPressingFirst(centre, newest))
                        .toList(),
                current.stream()
                        .filter(need -> need.decision().isPresent())
                        .sorted(Comparator.comparing((Need need) ->
                                        need.decision().orElseThrow().decided())
                                .reversed())
                        .toList(),
                wonderings.unanswered(centre),
                followUp.of(centre).stream().mapToInt(Given::overdue).sum(),
                openFindings.withoutCourses(centre));
    }

    /** Findings keep the order the rules give them; what a workshop put first comes before them. */
    private Comparator<Need> mostPressingFirst(CentreCode centre, Optional<Round> newest) {
        List<ThemeCode> order = newest.map(round -> findings.of(centre, round.code())).orElse(List.of()).stream()
                .map(Finding::theme)
                .map(theme -> theme.code())
                .toList();
        return Comparator.comparing((Need need) -> need.source() == Need.Source.FINDING)
                .thenComparing(need -> order.indexOf(need.theme().code()));
    }
}
