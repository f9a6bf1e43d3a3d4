package dk.kvalitetsbro.statistics.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Summary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every publication. */
class ProtectionPropertyTest {
    private static final List<String> FIGURES = List.of("MAT", "SOC");
    private static final DisclosureRule RULE = DisclosureRule.standard();

    @Property(tries = 300)
    void nothing_is_shown_that_is_withheld_for_its_own_sake(@ForAll("publications") Publication publication) {
        Protection protection = protect(publication);
        for (PublishedCentre centre : publication.centres()) {
            Place place = Place.centre(centre.code());
            assertTrue(implies(RULE.withholdAtCentre(centre.answered()), protection.turnout(place)));
            assertTrue(!centre.onlyInTotals() || protection.turnout(place).isPresent());
            for (PublishedFigure figure : centre.figures()) {
                assertTrue(implies(RULE.withholdAtCentre(figure.counts()), protection.figure(place, figure.code())));
            }
        }
        for (String area : publication.centres().stream()
                .map(PublishedCentre::area)
                .distinct()
                .toList()) {
            assertTrue(
                    implies(RULE.withholdAcrossCentres(sum(publication, area)), protection.turnout(Place.area(area))));
        }
    }

    private static Counts sum(Publication publication, String area) {
        return publication.centres().stream()
                .filter(centre -> centre.area().equals(area))
                .map(PublishedCentre::answered)
                .reduce(new Counts(publication.group(), 0, 0, 0, false), (one, other) -> one.plus(other, false));
    }

    @Property(tries = 300)
    void no_figure_is_shown_without_the_number_behind_it(@ForAll("publications") Publication publication) {
        Protection protection = protect(publication);
        places(publication)
                .forEach(place -> FIGURES.forEach(
                        figure -> assertTrue(implies(protection.turnout(place), protection.figure(place, figure)))));
    }

    @Property(tries = 300)
    void the_order_of_the_centres_makes_no_difference(
            @ForAll("publications") Publication publication, @ForAll Random random) {
        List<PublishedCentre> shuffled = new ArrayList<>(publication.centres());
        Collections.shuffle(shuffled, random);
        assertEquals(
                verdicts(publication),
                verdicts(new Publication(publication.rule(), publication.group(), shuffled)).stream()
                        .sorted()
                        .toList());
    }

    @Property(tries = 300)
    void protecting_what_is_protected_withholds_no_more(@ForAll("publications") Publication publication) {
        HierarchicalTable table = new HierarchicalTable(publication);
        boolean[] own = new boolean[table.centres()];
        SuppressionPattern primary = new SuppressionPattern(table);
        for (int i = 0; i < own.length; i++) {
            own[i] = Protecting.turnoutAtCentre(table, new int[] {i}).isPresent();
            if (own[i]) {
                primary.withholdCentre(i);
            }
        }
        ComplementarySuppression suppression = new ComplementarySuppression(
                table, table.byEligible(13), new CountSafety(table, own, ProtectionGoal.standard()));
        SuppressionPattern once = suppression.complete(primary);
        assertEquals(once.loss(), suppression.complete(once).loss());
        assertTrue(IntStream.range(0, own.length).allMatch(i -> !own[i] || once.withholdsCentre(i)));
    }

    @Property(tries = 300)
    void every_pool_is_large_enough_and_of_several(@ForAll("publications") Publication publication) {
        Protection protection = protect(publication);
        Stream.concat(
                        publication.centres().stream()
                                .map(PublishedCentre::area)
                                .distinct()
                                .map(Place::area),
                        Stream.of(Place.MUNICIPALITY))
                .filter(place -> protection.turnout(place).isEmpty())
                .forEach(place -> {
                    List<PublishedCentre> withheld = withheldBelow(place, publication, protection);
                    long answers = withheld.stream()
                            .mapToLong(centre -> centre.answered().answers())
                            .sum();
                    assertTrue(answers == 0 || (answers >= RULE.minimumAnswers() && withheld.size() >= 2));
                });
    }

    private static List<PublishedCentre> withheldBelow(Place total, Publication publication, Protection protection) {
        return publication.centres().stream()
                .filter(centre -> centre.answered().answers() > 0)
                .filter(centre -> total.kind() == Place.Kind.AREA
                        ? centre.area().equals(total.code())
                        : protection.turnout(Place.area(centre.area())).isPresent())
                .filter(centre ->
                        protection.turnout(Place.centre(centre.code())).isPresent())
                .toList();
    }

    private static boolean implies(Optional<WithheldReason> one, Optional<WithheldReason> other) {
        return one.isEmpty() || other.isPresent();
    }

    private static Protection protect(Publication publication) {
        return Protection.of(publication, ProtectionGoal.standard());
    }

    private static List<String> verdicts(Publication publication) {
        Protection protection = protect(publication);
        return places(publication)
                .map(place -> place + " " + protection.turnout(place) + protection.figure(place, "MAT")
                        + protection.figure(place, "SOC"))
                .sorted()
                .toList();
    }

    private static Stream<Place> places(Publication publication) {
        return Stream.of(
                        publication.centres().stream().map(centre -> Place.centre(centre.code())),
                        publication.centres().stream()
                                .map(PublishedCentre::area)
                                .distinct()
                                .map(Place::area),
                        Stream.of(Place.MUNICIPALITY))
                .flatMap(some -> some);
    }

    @Provide
    Arbitrary<Publication> publications() {
        return Combinators.combine(
                        Arbitraries.of(RespondentGroup.class),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.randoms())
                .as(ProtectionPropertyTest::publication);
    }

    private static Publication publication(RespondentGroup group, int centres, int areas, Random random) {
        return new Publication(
                RULE,
                group,
                IntStream.range(0, centres)
                        .mapToObj(i -> centre(group, "D" + i, "O" + random.nextInt(areas), random))
                        .toList());
    }

    private static PublishedCentre centre(RespondentGroup group, String code, String area, Random random) {
        int answers =
                group == RespondentGroup.LEADER ? random.nextInt(2) : random.nextInt(random.nextBoolean() ? 8 : 30);
        int families = answers == 0 ? 0 : (answers + 1) / 2 + random.nextInt(answers - (answers + 1) / 2 + 1);
        int raters = answers == 0 ? 0 : 1 + random.nextInt(Math.min(answers, 6));
        Counts counts = new Counts(group, answers, families, raters, false);
        return new PublishedCentre(
                code,
                area,
                random.nextInt(8) == 0,
                Math.max(families, answers) + random.nextInt(6),
                counts,
                FIGURES.stream().map(figure -> figure(figure, counts, random)).toList());
    }

    private static PublishedFigure figure(String code, Counts counts, Random random) {
        double sd = random.nextInt(10) == 0 || counts.answers() == 1 ? 0 : 8 + 15 * random.nextDouble();
        double mean = 60 + 30 * random.nextDouble();
        return new PublishedFigure(
                code,
                "MAT",
                code.equals("MAT") ? 1 : 0.5,
                new Counts(
                        counts.group(),
                        counts.answers(),
                        counts.families(),
                        counts.raters(),
                        counts.answers() > 0 && sd == 0),
                counts.answers() == 0 ? Summary.NONE : Summary.ofSd(counts.answers(), mean, sd));
    }
}
