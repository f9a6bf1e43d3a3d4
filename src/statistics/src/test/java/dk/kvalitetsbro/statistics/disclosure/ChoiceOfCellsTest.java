package dk.kvalitetsbro.statistics.disclosure;

import static dk.kvalitetsbro.statistics.RespondentGroup.CHILD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What the choice of cells tells: somebody runs this program on all numbers that add up to what is told, and keeps those
 * for which the same centres are withheld.
 */
class ChoiceOfCellsTest {
    private static final int AREAS = 500;
    private static final long MINIMUM = DisclosureRule.standard().minimumAnswers();

    @Test
    void no_number_that_is_too_few_comes_out_exactly() {
        Random chance = new Random(5);
        int numbers = 0;
        for (int i = 0; i < AREAS; i++) {
            Area area = Area.by(chance);
            for (int centre : area.tooFew()) {
                numbers++;
                assertTrue(area.canHaveAnother(centre), () -> centre + " of " + area);
            }
        }
        assertTrue(numbers > AREAS / 2, "there was something to find: " + numbers);
    }

    @Test
    void how_many_answered_does_not_decide_which_centre_is_tried_first() {
        assertEquals("AC", of("3/9 8/20 9/14 22/30").withheldTurnout());
        assertEquals("AC", of("3/9 15/20 9/14 12/30").withheldTurnout());
    }

    @Test
    void where_too_few_could_answer_to_hide_others_the_largest_is_tried_first() {
        assertEquals("AC", of("3/9 5/9 7/12 6/11").withheldTurnout());
    }

    @Test
    void a_centre_that_did_not_hide_another_stays_withheld_since_showing_it_would_tell_why() {
        assertEquals("ABC", of("3/9 14/15 12/20 20/26").withheldTurnout());
    }

    private static Rows of(String answersAndEligible) {
        Rows rows = new Rows(CHILD);
        for (String centre : answersAndEligible.split(" ")) {
            String[] numbers = centre.split("/");
            rows.centre("Nord", Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
        }
        return rows;
    }

    /** One area of four to six centres, a quarter of them small. */
    private record Area(long[] eligible, long[] answers) {
        static Area by(Random chance) {
            int centres = 4 + chance.nextInt(3);
            Area area = new Area(new long[centres], new long[centres]);
            for (int i = 0; i < centres; i++) {
                boolean small = chance.nextInt(4) == 0;
                area.eligible[i] = small ? 5 + chance.nextInt(5) : 10 + chance.nextInt(30);
                area.answers[i] = small
                        ? chance.nextInt((int) MINIMUM)
                        : chance.ints(area.eligible[i], 0, 10)
                                .filter(answer -> answer < 8)
                                .count();
            }
            return area;
        }

        /** Those of which somebody who knows the area's total may not find out how few answered. */
        int[] tooFew() {
            return protection().turnout(Place.MUNICIPALITY).isPresent()
                    ? new int[0]
                    : IntStream.range(0, answers.length)
                            .filter(centre -> answers[centre] > 0 && answers[centre] < MINIMUM)
                            .toArray();
        }

        /** Whether another number there, and others at the other withheld centres, would be told in the same way. */
        boolean canHaveAnother(int centre) {
            List<Boolean> told = withheld();
            int[] others = IntStream.range(0, answers.length)
                    .filter(other -> other != centre && told.get(other))
                    .toArray();
            long left = answers[centre]
                    + IntStream.of(others).mapToLong(other -> answers[other]).sum();
            return IntStream.rangeClosed(0, (int) Math.min(eligible[centre], left))
                    .filter(number -> number != answers[centre])
                    .anyMatch(number -> with(centre, number).fits(others, 0, left - number, told));
        }

        private boolean fits(int[] others, int next, long left, List<Boolean> told) {
            if (next == others.length) {
                return left == 0 && withheld().equals(told);
            }
            return IntStream.rangeClosed(0, (int) Math.min(eligible[others[next]], left))
                    .anyMatch(number -> with(others[next], number).fits(others, next + 1, left - number, told));
        }

        private Area with(int centre, long number) {
            long[] changed = answers.clone();
            changed[centre] = number;
            return new Area(eligible, changed);
        }

        private List<Boolean> withheld() {
            Protection protection = protection();
            return IntStream.rangeClosed(0, answers.length)
                    .mapToObj(i -> i < answers.length ? Place.centre("D" + i) : Place.MUNICIPALITY)
                    .map(place -> protection.turnout(place).isPresent())
                    .toList();
        }

        private Protection protection() {
            Publication publication = new Publication(
                    DisclosureRule.standard(),
                    CHILD,
                    IntStream.range(0, answers.length)
                            .mapToObj(i -> new PublishedCentre(
                                    "D" + i,
                                    "Nord",
                                    false,
                                    eligible[i],
                                    new Counts(CHILD, answers[i], 0, 0, false),
                                    List.of()))
                            .toList());
            return Protection.of(publication, ProtectionGoal.standard());
        }

        @Override
        public String toString() {
            return Arrays.toString(answers) + " of " + Arrays.toString(eligible);
        }
    }
}
