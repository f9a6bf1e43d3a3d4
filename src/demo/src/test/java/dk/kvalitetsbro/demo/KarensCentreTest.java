package dk.kvalitetsbro.demo;

import static dk.kvalitetsbro.demo.Answers.pomp;
import static dk.kvalitetsbro.demo.Answers.responses;
import static dk.kvalitetsbro.demo.RespondentGroup.CHILD;
import static dk.kvalitetsbro.demo.RespondentGroup.CONTACT_PEDAGOGUE;
import static dk.kvalitetsbro.demo.RespondentGroup.LEADER;
import static dk.kvalitetsbro.demo.RespondentGroup.PARENT;
import static dk.kvalitetsbro.demo.RespondentGroup.PEDAGOGUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KarensCentreTest {
    private final DemoMunicipality billund = DemoMunicipality.of(Size.BILLUND);
    private final String centre = Personas.of(billund).karensCentre().code();

    @Test
    void it_is_of_ordinary_size() {
        var children = billund.eligible(2019).stream()
                .filter(row -> row.centreCode().equals(centre) && row.group() == CHILD)
                .mapToInt(Eligible::count)
                .sum();
        assertEquals(24, children, 2);
        assertTrue(billund.employments().stream()
                        .filter(employment -> employment.in(Personas.of(billund).karensCentre()))
                        .count()
                >= 14);
    }

    @Test
    void four_groups_are_large_enough_for_a_conclusion_and_the_leader_stands_alone() throws IOException {
        for (var group : List.of(CHILD, CONTACT_PEDAGOGUE, PEDAGOGUE, PARENT)) {
            assertTrue(answered(group) >= 10, group + ": " + answered(group));
        }
        assertEquals(1, answered(LEADER));
    }

    @Test
    void contact_pedagogues_are_just_enough_to_be_shown() throws IOException {
        var raters = responses(billund, 2019, CONTACT_PEDAGOGUE).stream()
                .filter(row -> row.getField("centre_code").equals(centre))
                .map(row -> row.getField("rater_id"))
                .distinct()
                .count();
        assertEquals(5, raters);
    }

    @ParameterizedTest
    @EnumSource(names = "LEADER", mode = EnumSource.Mode.EXCLUDE)
    void mathematics_is_far_below_the_threshold_and_the_rest_of_the_municipality(RespondentGroup group)
            throws IOException {
        var responses = responses(billund, 2019, group);
        var here = pomp(responses, group, "MAT", centre::equals);
        var rest = pomp(responses, group, "MAT", code -> !code.equals(centre));
        assertTrue(here < 55, group + ": " + here);
        assertTrue(here < rest - 12, group + ": " + here + " beside " + rest);
    }

    @ParameterizedTest
    @EnumSource(names = "LEADER", mode = EnumSource.Mode.EXCLUDE)
    void relations_are_a_strength(RespondentGroup group) throws IOException {
        assertTrue(pomp(responses(billund, 2019, group), group, "REL", centre::equals) > 91, group.name());
    }

    @ParameterizedTest
    @EnumSource(names = "LEADER", mode = EnumSource.Mode.EXCLUDE)
    void culture_declines(RespondentGroup group) throws IOException {
        var before = pomp(responses(billund, 2017, group), group, "KUL", centre::equals);
        var now = pomp(responses(billund, 2019, group), group, "KUL", centre::equals);
        assertTrue(now < before - 10, group + ": " + before + " to " + now);
    }

    private long answered(RespondentGroup group) throws IOException {
        return responses(billund, 2019, group).stream()
                .filter(row -> row.getField("centre_code").equals(centre))
                .count();
    }
}
