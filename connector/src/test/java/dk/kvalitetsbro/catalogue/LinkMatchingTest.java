package dk.kvalitetsbro.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.FiredEvents;
import dk.kvalitetsbro.SmallTown;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.Role;
import dk.kvalitetsbro.access.SignedIn;
import dk.kvalitetsbro.catalogue.LinkMatching.Matched;
import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.themes.Themes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class LinkMatchingTest {
    private final Jdbi jdbi = TestDatabase.begin().jdbi();
    private final Themes themes = new Themes(jdbi);
    private final AuditLog audit = new AuditLog(jdbi, SignedIn.as("anne", Role.ADMINISTRATION), Clock.systemUTC());
    private final FiredEvents<LinksDue> due = new FiredEvents<>();
    private final Attachments attachments = new Attachments(jdbi, themes, audit, due);
    private final Proposals proposals = new Proposals(jdbi, themes, audit, due);
    private final Catalogue catalogue = TestCatalogue.on(jdbi);
    private final OtherSide moodle = new OtherSide(2L, 3L);
    private final LinkMatching matching = TestCatalogue.matching(jdbi, moodle);
    private final SmallTown town = new SmallTown(jdbi).course(2, "Tal", 3).course(3, "Skov", 3);

    @Test
    void what_is_attached_here_is_linked_there_once_the_themes_are_known_there() {
        attach(2, "MAT", "NAT");

        assertEquals(new Matched(2, List.of()), matching.round());

        assertEquals(List.of("publish 12", "attach 2 MAT", "attach 2 NAT"), moodle.asked);
        assertEquals(List.of(), open());
    }

    @Test
    void another_round_has_nothing_more_to_do() {
        attach(2, "MAT");
        matching.round();

        assertEquals(new Matched(1, List.of()), matching.round());

        assertEquals(List.of("publish 12", "attach 2 MAT", "publish 12"), moodle.asked);
    }

    @Test
    void what_somebody_links_there_and_is_attached_here_becomes_ours() {
        moodle.link(2, "MAT");
        attach(2, "MAT");

        matching.round();

        assertEquals(List.of("2 MAT ATTACHED"), moodle.links());
        assertEquals(List.of(), open());
    }

    @Test
    void what_is_detached_here_is_taken_away_there() {
        attach(2, "MAT", "NAT");
        matching.round();

        attach(2, "NAT");
        matching.round();

        assertEquals(List.of("2 NAT ATTACHED"), moodle.links());
        assertEquals(List.of(), open());
    }

    @Test
    void a_link_made_there_is_a_proposal_and_stays_one() {
        moodle.link(2, "MAT");

        matching.round();
        long id = proposals.open().get(0).id();
        matching.round();

        assertEquals(List.of("Tal MAT ADDED"), open());
        assertEquals(id, proposals.open().get(0).id());
        assertEquals(List.of("2 MAT PROPOSED"), moodle.links());
        assertEquals(List.of(), attached(2));
    }

    @Test
    void a_proposal_that_is_accepted_is_attached_here_and_there() {
        moodle.link(2, "MAT");
        matching.round();

        assertTrue(proposals.accept(onlyProposal()));
        assertEquals(List.of("MAT"), attached(2));
        matching.round();

        assertEquals(List.of("2 MAT ATTACHED"), moodle.links());
        assertEquals(List.of(), open());
    }

    @Test
    void a_proposal_that_is_turned_down_is_taken_away_there() {
        moodle.link(2, "MAT");
        matching.round();

        assertTrue(proposals.decline(onlyProposal()));
        assertEquals(List.of(), open());
        matching.round();

        assertEquals(List.of(), moodle.links());
        assertEquals(List.of(), attached(2));
    }

    @Test
    void what_was_turned_down_once_may_be_proposed_again() {
        moodle.link(2, "MAT");
        matching.round();
        proposals.decline(onlyProposal());
        matching.round();

        moodle.link(2, "MAT");
        matching.round();

        assertEquals(List.of("2 MAT PROPOSED"), moodle.links());
        assertEquals(List.of("Tal MAT ADDED"), open());
    }

    @Test
    void what_was_turned_down_and_went_away_there_by_itself_may_be_proposed_again() {
        moodle.link(2, "MAT");
        matching.round();
        proposals.decline(onlyProposal());
        moodle.unlink(2, "MAT");
        matching.round();

        moodle.link(2, "MAT");
        matching.round();

        assertEquals(List.of("Tal MAT ADDED"), open());
    }

    @Test
    void a_link_taken_away_there_is_a_proposal_and_changes_nothing_here() {
        removedThere();

        assertEquals(List.of("Tal MAT REMOVED"), open());
        assertEquals(List.of("MAT"), attached(2));
        assertEquals(new Matched(0, List.of()), matching.round());
        assertEquals(List.of("2 MAT REMOVED"), moodle.links());
    }

    @Test
    void a_removal_that_is_accepted_is_one_here_too_and_forgotten_there() {
        removedThere();

        assertTrue(proposals.accept(onlyProposal()));
        assertEquals(List.of(), attached(2));
        matching.round();

        assertEquals(List.of(), moodle.links());
        assertEquals(List.of(), open());
    }

    @Test
    void a_removal_that_is_turned_down_is_undone_there() {
        removedThere();

        assertTrue(proposals.decline(onlyProposal()));
        matching.round();

        assertEquals(List.of("MAT"), attached(2));
        assertEquals(List.of("2 MAT ATTACHED"), moodle.links());
        assertEquals(List.of(), open());

        moodle.unlink(2, "MAT");
        matching.round();
        assertEquals(List.of("Tal MAT REMOVED"), open());
    }

    @Test
    void a_link_that_was_taken_away_there_and_made_again_is_asked_about_no_more() {
        removedThere();

        moodle.link(2, "MAT");
        matching.round();

        assertEquals(List.of(), open());
    }

    @Test
    void links_that_were_made_before_this_database_are_asked_about_and_not_taken_away() {
        moodle.attachedByAnother(2, "MAT");

        matching.round();

        assertEquals(List.of("2 MAT ATTACHED"), moodle.links());
        assertEquals(List.of("Tal MAT ADDED"), open());
    }

    @Test
    void links_that_were_made_before_this_database_and_are_turned_down_are_taken_away() {
        moodle.attachedByAnother(2, "MAT");
        matching.round();

        proposals.decline(onlyProposal());
        matching.round();

        assertEquals(List.of(), moodle.links());
    }

    @Test
    void links_that_were_made_before_this_database_and_are_attached_here_are_ours() {
        moodle.attachedByAnother(2, "MAT");
        attach(2, "MAT");
        matching.round();

        attach(2);
        matching.round();

        assertEquals(List.of(), moodle.links());
        assertEquals(List.of(), open());
    }

    @Test
    void what_was_removed_there_before_this_database_is_left_alone() {
        moodle.attachedByAnother(2, "MAT");
        moodle.unlink(2, "MAT");

        matching.round();

        assertEquals(List.of("2 MAT REMOVED"), moodle.links());
        assertEquals(List.of(), open());
    }

    @Test
    void what_was_removed_there_before_this_database_and_is_attached_here_is_asked_about() {
        moodle.attachedByAnother(2, "MAT");
        moodle.unlink(2, "MAT");
        attach(2, "MAT");
        matching.round();
        assertEquals(List.of("Tal MAT REMOVED"), open());

        proposals.accept(onlyProposal());
        matching.round();

        assertEquals(List.of(), moodle.links());
    }

    @Test
    void a_link_that_somebody_makes_there_again_is_not_taken_for_the_one_that_was_ours() {
        attach(2, "MAT");
        matching.round();
        attach(2);
        moodle.unlink(2, "MAT");
        moodle.detach(2, new ThemeCode("MAT"));
        moodle.link(2, "MAT");

        matching.round();

        assertEquals(List.of("2 MAT PROPOSED"), moodle.links());
        assertEquals(List.of("Tal MAT ADDED"), open());
    }

    @Test
    void a_link_of_ours_that_went_away_there_is_forgotten_and_another_connectors_is_asked_about() {
        attach(2, "MAT");
        matching.round();
        attach(2);
        moodle.detach(2, new ThemeCode("MAT"));
        matching.round();

        moodle.attachedByAnother(2, "MAT");
        matching.round();

        assertEquals(List.of("2 MAT ATTACHED"), moodle.links());
        assertEquals(List.of("Tal MAT ADDED"), open());
    }

    @Test
    void words_that_are_no_themes_here_are_passed_over() {
        moodle.link(2, "<script>alert(1)</script>");
        moodle.link(2, "mat'; drop table x");
        moodle.link(2, "");

        matching.round();

        assertEquals(List.of(), open());
        assertEquals(3, moodle.links().size());
    }

    @Test
    void courses_that_one_side_lacks_are_passed_over() {
        town.course(4, "Kun her", 3, "MAT");
        gone(3);
        attach(3, "MAT");
        moodle.link(3, "NAT");
        moodle.link(9, "MAT");

        assertEquals(new Matched(0, List.of()), matching.round());

        assertEquals(List.of("publish 12"), moodle.asked);
        assertEquals(List.of(), open());
    }

    @Test
    void a_proposal_about_a_course_that_goes_is_over() {
        moodle.link(2, "MAT");
        matching.round();

        moodle.delete(2);
        matching.round();

        assertEquals(0, town.count("catalogue.proposal"));
    }

    @Test
    void a_round_that_breaks_off_is_made_up_for_by_the_next() {
        attach(2, "MAT", "NAT");
        moodle.breaksAt = Optional.of("attach 2 NAT");
        assertThrows(IllegalStateException.class, matching::round);

        moodle.breaksAt = Optional.empty();
        matching.round();

        assertEquals(List.of("2 MAT ATTACHED", "2 NAT ATTACHED"), moodle.links());
        assertEquals(1, moodle.asked.stream().filter("attach 2 MAT"::equals).count());
    }

    @Test
    void a_decision_whose_round_breaks_off_is_carried_out_by_the_next() {
        moodle.link(2, "MAT");
        matching.round();
        proposals.decline(onlyProposal());
        moodle.breaksAt = Optional.of("detach 2 MAT");
        assertThrows(IllegalStateException.class, matching::round);
        assertEquals(List.of(), open());

        moodle.breaksAt = Optional.empty();
        matching.round();

        assertEquals(List.of(), moodle.links());
    }

    @Test
    void what_was_linked_there_by_a_round_that_did_not_hear_of_it_is_still_ours() {
        attach(2, "MAT");
        moodle.breaksAt = Optional.of("attach 2 MAT");
        assertThrows(IllegalStateException.class, matching::round);
        moodle.attachedByAnother(2, "MAT");
        attach(2);
        moodle.breaksAt = Optional.empty();

        matching.round();

        assertEquals(List.of(), moodle.links());
        assertEquals(List.of(), open());
    }

    @Test
    void one_link_that_is_refused_holds_up_no_other_and_is_told() {
        attach(2, "MAT", "NAT");
        moodle.refuses = Optional.of("attach 2 MAT");

        assertEquals(new Matched(1, List.of("no: attach 2 MAT")), matching.round());

        assertEquals(List.of("2 NAT ATTACHED"), moodle.links());
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

        assertEquals(List.of(), open());
        assertEquals(List.of("NAT"), attached(3));
        assertEquals(List.of("3 NAT ATTACHED"), moodle.links());
    }

    @Test
    void what_is_attached_on_the_page_is_not_proposed_any_more() {
        moodle.link(2, "MAT");
        matching.round();
        Proposal proposal = onlyProposal();

        attach(2, "MAT");

        assertEquals(List.of(), open());
        assertEquals(Optional.empty(), proposals.find(proposal.id()));
    }

    @Test
    void a_decision_is_taken_once_and_written_down_and_asks_for_a_round() {
        moodle.link(2, "MAT");
        matching.round();
        Proposal proposal = onlyProposal();

        assertTrue(proposals.decline(proposal));
        assertFalse(proposals.decline(proposal));
        assertFalse(proposals.accept(proposal));

        assertEquals(1, due.all().size());
        assertEquals(
                List.of("catalogue.proposalDeclined 2 ADDED MAT"),
                audit.newest("", 9).stream()
                        .map(entry -> entry.action() + " " + entry.subject() + " " + entry.detail())
                        .toList());
    }

    @Test
    void a_platform_that_knows_no_themes_any_more_proposes_nothing() {
        moodle.link(2, "MAT");
        matching.round();
        moodle.offered = false;

        assertFalse(matching.isPossible());

        assertEquals(List.of(), open());
    }

    @Test
    void changes_on_the_page_and_courses_that_are_read_ask_for_a_round() {
        attach(2, "MAT");
        attach(2, "MAT");
        assertEquals(1, due.all().size());

        new CourseReading(
                        new NoCourses(), new OfferedCourses(TestDatabase.begin().jdbi()), due)
                .read();
        assertEquals(2, due.all().size());
    }

    private void removedThere() {
        attach(2, "MAT");
        matching.round();
        moodle.unlink(2, "MAT");
        matching.round();
    }

    private void attach(long course, String... codes) {
        attachments.replace(catalogue.find(course).orElseThrow(), List.of(codes));
    }

    private void gone(long course) {
        jdbi.useHandle(handle -> handle.execute("update catalogue.offered set gone = true where id = ?", course));
    }

    private List<String> attached(long course) {
        return catalogue.find(course).orElseThrow().themes().stream()
                .map(Object::toString)
                .sorted()
                .toList();
    }

    private Proposal onlyProposal() {
        List<Proposal> open = proposals.open();
        assertEquals(1, open.size());
        return open.get(0);
    }

    private List<String> open() {
        return proposals.open().stream()
                .map(each -> each.courseName() + " " + each.theme().code() + " " + each.change())
                .toList();
    }

    private static final class NoCourses implements CourseSource {
        @Override
        public List<Offered> read() {
            return List.of();
        }

        @Override
        public String address(long id) {
            return "";
        }
    }
}
