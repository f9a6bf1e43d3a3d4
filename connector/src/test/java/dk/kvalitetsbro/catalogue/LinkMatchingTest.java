package dk.kvalitetsbro.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.catalogue.LinkMatching.Matched;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkMatchingTest {
    private final TwoSides sides = new TwoSides();
    private final OtherSide moodle = sides.moodle;
    private final LinkMatching matching = sides.matching;

    @Test
    void what_is_attached_here_is_linked_there_once_the_themes_are_known_there() {
        sides.attach(2, "MAT", "NAT");

        assertEquals(new Matched(2, List.of()), matching.round());

        assertEquals(List.of("publish 12", "attach 2 MAT", "attach 2 NAT"), moodle.asked);
        assertEquals(List.of(), sides.open());
    }

    @Test
    void another_round_has_nothing_more_to_do() {
        sides.attach(2, "MAT");
        matching.round();

        assertEquals(new Matched(1, List.of()), matching.round());

        assertEquals(List.of("publish 12", "attach 2 MAT", "publish 12"), moodle.asked);
    }

    @Test
    void what_somebody_links_there_and_is_attached_here_becomes_ours() {
        moodle.link(2, "MAT");
        sides.attach(2, "MAT");

        matching.round();

        assertEquals(List.of("2 MAT ATTACHED"), moodle.links());
        assertEquals(List.of(), sides.open());
    }

    @Test
    void what_is_detached_here_is_taken_away_there() {
        sides.attach(2, "MAT", "NAT");
        matching.round();

        sides.attach(2, "NAT");
        matching.round();

        assertEquals(List.of("2 NAT ATTACHED"), moodle.links());
        assertEquals(List.of(), sides.open());
    }

    @Test
    void links_that_were_made_before_this_database_are_asked_about_and_not_taken_away() {
        moodle.attachedByAnother(2, "MAT");

        matching.round();

        assertEquals(List.of("2 MAT ATTACHED"), moodle.links());
        assertEquals(List.of("Tal MAT ADDED"), sides.open());
    }

    @Test
    void links_that_were_made_before_this_database_and_are_turned_down_are_taken_away() {
        moodle.attachedByAnother(2, "MAT");
        matching.round();

        sides.proposals.decline(sides.onlyProposal());
        matching.round();

        assertEquals(List.of(), moodle.links());
    }

    @Test
    void links_that_were_made_before_this_database_and_are_attached_here_are_ours() {
        moodle.attachedByAnother(2, "MAT");
        sides.attach(2, "MAT");
        matching.round();

        sides.attach(2);
        matching.round();

        assertEquals(List.of(), moodle.links());
        assertEquals(List.of(), sides.open());
    }

    @Test
    void what_was_removed_there_before_this_database_is_left_alone() {
        moodle.attachedByAnother(2, "MAT");
        moodle.unlink(2, "MAT");

        matching.round();

        assertEquals(List.of("2 MAT REMOVED"), moodle.links());
        assertEquals(List.of(), sides.open());
    }

    @Test
    void what_was_removed_there_before_this_database_and_is_attached_here_is_asked_about() {
        moodle.attachedByAnother(2, "MAT");
        moodle.unlink(2, "MAT");
        sides.attach(2, "MAT");
        matching.round();
        assertEquals(List.of("Tal MAT REMOVED"), sides.open());

        sides.proposals.accept(sides.onlyProposal());
        matching.round();

        assertEquals(List.of(), moodle.links());
    }

    @Test
    void a_link_that_somebody_makes_there_again_is_not_taken_for_the_one_that_was_ours() {
        sides.attach(2, "MAT");
        matching.round();
        sides.attach(2);
        moodle.unlink(2, "MAT");
        moodle.detach(2, new ThemeCode("MAT"));
        moodle.link(2, "MAT");

        matching.round();

        assertEquals(List.of("2 MAT PROPOSED"), moodle.links());
        assertEquals(List.of("Tal MAT ADDED"), sides.open());
    }

    @Test
    void a_link_of_ours_that_went_away_there_is_forgotten_and_another_connectors_is_asked_about() {
        sides.attach(2, "MAT");
        matching.round();
        sides.attach(2);
        moodle.detach(2, new ThemeCode("MAT"));
        matching.round();

        moodle.attachedByAnother(2, "MAT");
        matching.round();

        assertEquals(List.of("2 MAT ATTACHED"), moodle.links());
        assertEquals(List.of("Tal MAT ADDED"), sides.open());
    }

    @Test
    void words_that_are_no_themes_here_are_passed_over() {
        moodle.link(2, "<script>alert(1)</script>");
        moodle.link(2, "mat'; drop table x");
        moodle.link(2, "");

        matching.round();

        assertEquals(List.of(), sides.open());
        assertEquals(3, moodle.links().size());
    }

    @Test
    void courses_that_one_side_lacks_are_passed_over() {
        sides.town.course(4, "Kun her", 3, "MAT");
        sides.gone(3);
        sides.attach(3, "MAT");
        moodle.link(3, "NAT");
        moodle.link(9, "MAT");

        assertEquals(new Matched(0, List.of()), matching.round());

        assertEquals(List.of("publish 12"), moodle.asked);
        assertEquals(List.of(), sides.open());
    }

    @Test
    void a_round_that_breaks_off_is_made_up_for_by_the_next() {
        sides.attach(2, "MAT", "NAT");
        moodle.breaksAt = Optional.of("attach 2 NAT");
        assertThrows(IllegalStateException.class, matching::round);

        moodle.breaksAt = Optional.empty();
        matching.round();

        assertEquals(List.of("2 MAT ATTACHED", "2 NAT ATTACHED"), moodle.links());
        assertEquals(1, moodle.asked.stream().filter("attach 2 MAT"::equals).count());
    }

    @Test
    void what_was_linked_there_by_a_round_that_did_not_hear_of_it_is_still_ours() {
        sides.attach(2, "MAT");
        moodle.breaksAt = Optional.of("attach 2 MAT");
        assertThrows(IllegalStateException.class, matching::round);
        moodle.attachedByAnother(2, "MAT");
        sides.attach(2);
        moodle.breaksAt = Optional.empty();

        matching.round();

        assertEquals(List.of(), moodle.links());
        assertEquals(List.of(), sides.open());
    }

    @Test
    void one_link_that_is_refused_holds_up_no_other_and_is_told() {
        sides.attach(2, "MAT", "NAT");
        moodle.refuses = Optional.of("attach 2 MAT");

        assertEquals(new Matched(1, List.of("no: attach 2 MAT")), matching.round());

        assertEquals(List.of("2 NAT ATTACHED"), moodle.links());
    }

    @Test
    void changes_on_the_page_and_courses_that_are_read_ask_for_a_round() {
        sides.attach(2, "MAT");
        sides.attach(2, "MAT");
        assertEquals(1, sides.due.all().size());

        new CourseReading(
                        new NoCourses(), new OfferedCourses(TestDatabase.begin().jdbi()), sides.due)
                .read();
        assertEquals(2, sides.due.all().size());
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
