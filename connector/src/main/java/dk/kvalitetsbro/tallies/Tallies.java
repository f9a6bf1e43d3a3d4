package dk.kvalitetsbro.tallies;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.disclosure.DisclosureRule;
import dk.kvalitetsbro.statistics.disclosure.ProtectionGoal;
import dk.kvalitetsbro.surveys.Answers;
import dk.kvalitetsbro.surveys.Questionnaire;
import dk.kvalitetsbro.surveys.Round;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Adds up what was answered in a round. */
@ApplicationScoped
public class Tallies {
    private final Answers answers;
    private final Questionnaire questionnaire;
    private final Organisation organisation;
    private final ProtectionGoal goal;

    @Inject
    public Tallies(Answers answers, Questionnaire questionnaire, Organisation organisation, ProtectionGoal goal) {
        this.answers = answers;
        this.questionnaire = questionnaire;
        this.organisation = organisation;
        this.goal = goal;
    }

    /** @return every group, each read when its turn comes, so that only one is in memory */
    public Stream<ProtectedGroup> of(Round round, DisclosureRule rule) {
        RoundPlaces places = RoundPlaces.of(round, organisation);
        return Stream.of(RespondentGroup.values())
                .map(group -> GroupAnswers.read(answers, round.code(), group, questionnaire.items(group)))
                .map(group -> ProtectedGroup.of(group, places, rule, goal));
    }

    /** @return which centres have no figures of their own in the round: childminding is shown for its area only */
    public Predicate<CentreCode> onlyInTotals(Round round) {
        return RoundPlaces.of(round, organisation)::onlyInTotals;
    }
}
