package dk.kvalitetsbro.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.catalogue.LinkMatching.Matched;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What somebody changed on the platform, and what becomes of it by a decision here. */
class ProposalsTest {
    private final TwoSides sides = new TwoSides();
    private final OtherSide moodle = sides.moodle;
    private final LinkMatching matching = sides.matching;
    private final Proposals proposals = sides.proposals;

    @Test
    void a_link_made_there_is_a_proposal_and_stays_one() {
        moodle.link(2, "MAT");

        matching.round();
        long id = proposals.open().get(0).id();
        matching.round();

        assertEquals(List.of("Tal MAT ADDED"), sides.open());
        assertEquals(id, proposals.open().get(0).id());
        assertEquals(List.of("2 MAT PROPOSED"), moodle.links());
        assertEquals(List.of(), sides.attached(2));
    }

    @Test
    void a_proposal_that_is_accepted_is_attached_here_and_there() {
        moodle.link(2, "MAT");
        matching.round();

        assertTrue(proposals.accept(sides.onlyProposal()));
        assertEquals(List.of("MAT"), sides.attached(2));
        matching.round();

        assertEquals(List.of("2 MAT ATTACHED"), moodle.links());
        assertEquals(List.of(), sides.open());
    }

    @Test
    void a_proposal_that_is_turned_down_is_taken_away_there() {
        moodle.link(2, "MAT");
        matching.round();

        assertTrue(proposals.decline(sides.onlyProposal()));
        assertEquals(List.of(), sides.open());
        matching.round();

        assertEquals(List.of(), moodle.links());
        assertEquals(List.of(), sides.attached(2));
    }

    @Test
    void what_was_turned_down_once_may_be_proposed_again() {
        moodle.link(2, "MAT");
        matching.round();
        proposals.decline(sides.onlyProposal());
        matching.round();

        moodle.link(2, "MAT");
        matching.round();

        assertEquals(List.of("2 MAT PROPOSED"), moodle.links());
        assertEquals(List.of("Tal MAT ADDED"), sides.open());
    }

    @Test
    void what_was_turned_down_and_went_away_there_by_itself_may_be_proposed_again() {
        moodle.link(2, "MAT");
        matching.round();
        proposals.decline(sides.onlyProposal());
        moodle.unlink(2, "MAT");
        matching.round();

        moodle.link(2, "MAT");
        matching.round();

        assertEquals(List.of("Tal MAT ADDED"), sides.open());
    }

    @Test
    void a_link_taken_away_there_is_a_proposal_and_changes_nothing_here() {
        sides.removedThere();

        assertEquals(List.of("Tal MAT REMOVED"), sides.open());
        assertEquals(List.of("MAT"), sides.attached(2));
        assertEquals(new Matched(0, List.of()), matching.round());
        assertEquals(List.of("2 MAT REMOVED"), moodle.links());
    }

    @Test
    void a_removal_that_is_accepted_is_one_here_too_and_forgotten_there() {
        sides.removedThere();

        assertTrue(proposals.accept(sides.onlyProposal()));
        assertEquals(List.of(), sides.attached(2));
        matching.round();

        assertEquals(List.of(), moodle.links());
        assertEquals(List.of(), sides.open());
    }

    @Test
    void a_removal_that_is_turned_down_is_undone_there() {
        sides.removedThere();

        assertTrue(proposals.decline(sides.onlyProposal()));
        matching.round();

        assertEquals(List.of("MAT"), sides.attached(2));
        assertEquals(List.of("2 MAT ATTACHED"), moodle.links());
        assertEquals(List.of(), sides.open());

        moodle.unlink(2, "MAT");
        matching.round();
        assertEquals(List.of("Tal MAT REMOVED"), sides.open());
    }

    @Test
    void a_link_that_was_taken_away_there_and_made_again_is_asked_about_no_more() {
        sides.removedThere();

        moodle.link(2, "MAT");
        matching.round();

        assertEquals(List.of(), sides.open());
    }

    @Test
    void a_proposal_about_a_course_that_goes_is_over() {
        moodle.link(2, "MAT");
        matching.round();

        moodle.delete(2);
        matching.round();

        assertEquals(0, sides.town.count("catalogue.proposal"));
    }

    @Test
    void a_decision_whose_round_breaks_off_is_carried_out_by_the_next() {
        moodle.link(2, "MAT");
        matching.round();
        proposals.decline(sides.onlyProposal());
        moodle.breaksAt = Optional.of("detach 2 MAT");
        assertThrows(IllegalStateException.class, matching::round);
        assertEquals(List.of(), sides.open());

        moodle.breaksAt = Optional.empty();
        matching.round();

        assertEquals(List.of(), moodle.links());
    }

    @Test
    void a_decision_during_a_round_is_not_lost() {
        moodle.link(2, "MAT");
        moodle.link(3, "NAT");
        matching.round();
        List<Proposal> both = proposals.open();
        moodle.meanwhile = () -> {
            proposals.accept(both.get(0));
            proposals.decline(both.get(1));
        };

        matching.round();

        assertEquals(List.of(), sides.open());
        assertEquals(List.of("NAT"), sides.attached(3));
        assertEquals(List.of("3 NAT ATTACHED"), moodle.links());
    }

    @Test
    void what_is_attached_on_the_page_is_not_proposed_any_more() {
        moodle.link(2, "MAT");
        matching.round();
        Proposal proposal = sides.onlyProposal();

        sides.attach(2, "MAT");

        assertEquals(List.of(), sides.open());
        assertEquals(Optional.empty(), proposals.find(proposal.id()));
    }

    @Test
    void a_decision_is_taken_once_and_written_down_and_asks_for_a_round() {
        moodle.link(2, "MAT");
        matching.round();
        Proposal proposal = sides.onlyProposal();

        assertTrue(proposals.decline(proposal));
        assertFalse(proposals.decline(proposal));
        assertFalse(proposals.accept(proposal));

        assertEquals(1, sides.due.all().size());
        assertEquals(
                List.of("catalogue.proposalDeclined 2 ADDED MAT"),
                sides.audit.newest("", 9).stream()
                        .map(entry -> entry.action() + " " + entry.subject() + " " + entry.detail())
                        .toList());
    }

    @Test
    void a_platform_that_knows_no_themes_any_more_proposes_nothing() {
        moodle.link(2, "MAT");
        matching.round();
        moodle.offered = false;

        assertFalse(matching.isPossible());

        assertEquals(List.of(), sides.open());
    }

    @Test
    void what_was_undone_there_by_a_round_that_broke_off_is_asked_about_when_it_is_done_again() {
        sides.removedThere();
        proposals.decline(sides.onlyProposal());
        sides.attach(2, "MAT", "NAT");
        moodle.breaksAt = Optional.of("attach 2 NAT");
        assertThrows(IllegalStateException.class, matching::round);

        moodle.breaksAt = Optional.empty();
        moodle.unlink(2, "MAT");
        matching.round();

        assertEquals(List.of("Tal MAT REMOVED"), sides.open());
    }
}
