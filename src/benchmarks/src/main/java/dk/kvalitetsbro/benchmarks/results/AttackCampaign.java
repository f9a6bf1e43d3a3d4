package dk.kvalitetsbro.benchmarks.results;

import static dk.kvalitetsbro.statistics.RespondentGroup.LEADER;

import dk.kvalitetsbro.benchmarks.results.Attacker.Range;
import dk.kvalitetsbro.statistics.disclosure.Place;
import dk.kvalitetsbro.statistics.disclosure.Publication;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Invents municipalities, publishes their rounds and attacks what was published.
 *
 * @param publishing how it is decided what is shown
 * @param attackers  what they know
 * @param skipping   how many leave themes out
 */
record AttackCampaign(Publishing publishing, Knowledge attackers, Skipping skipping) {
    /** The solver's. */
    private static final double INACCURACY = 0.02;

    /** What attackers know beside what everybody can read. */
    enum Knowledge {
        /** How many could answer where, the rules, and means and spreads as they are printed, with one digit. */
        READER(0.05),
        /** Also which centres were withheld for their own sake, and every mean and spread to the last digit. */
        INSIDER(0);

        private final double rounding;

        Knowledge(double rounding) {
            this.rounding = rounding;
        }
    }

    /**
     * @param municipalities how many were attacked
     * @param targets        withheld numbers and means that are to stay uncertain
     * @param leaks          of those, the ones that could be worked out too closely
     * @param leaking        municipalities with any
     */
    record Result(int municipalities, long targets, List<String> leaks, long leaking) {}

    private record Outcome(long targets, List<String> leaks) {}

    Result run(long firstSeed, int municipalities) {
        List<Outcome> outcomes = LongStream.range(firstSeed, firstSeed + municipalities)
                .parallel()
                .mapToObj(this::attack)
                .toList();
        return new Result(
                municipalities,
                outcomes.stream().mapToLong(Outcome::targets).sum(),
                outcomes.stream().flatMap(outcome -> outcome.leaks().stream()).toList(),
                outcomes.stream().filter(outcome -> !outcome.leaks().isEmpty()).count());
    }

    private Outcome attack(long seed) {
        long targets = 0;
        List<String> leaks = new ArrayList<>();
        for (InventedRound round : InventedMunicipality.billund(seed, skipping)) {
            for (Publication publication : round.groups()) {
                Outcome outcome = attack(seed, publication, round.unions());
                targets += outcome.targets();
                leaks.addAll(outcome.leaks());
            }
        }
        return new Outcome(targets, leaks);
    }

    private Outcome attack(long seed, Publication publication, Map<String, Set<String>> unions) {
        Pages pages = new Pages(publication, unions);
        Verdicts verdicts = publishing.verdicts(pages, unions);
        Told told = pages.told(verdicts, attackers.rounding, limits(pages, verdicts), skipping);
        Asked asked = (row, figure, isMean) -> wanted(pages, verdicts, told, row, figure, isMean);
        List<Range> ranges = Attacker.attack(told, asked, pages).stream()
                .filter(range -> asked.enough(range.row(), range.figure(), range.isMean()) > 0)
                .toList();
        return new Outcome(
                ranges.size(),
                ranges.stream()
                        .filter(range -> !(range.width()
                                >= asked.enough(range.row(), range.figure(), range.isMean()) - INACCURACY))
                        .map(range -> describe(seed, range, pages))
                        .toList());
    }

    private Limits limits(Pages pages, Verdicts verdicts) {
        return attackers == Knowledge.READER ? Limits.OF_READER : new Limits.OfInsider(pages, verdicts);
    }

    /**
     * How uncertain what is withheld has to be; of a total, the part that its withheld centres are. Nobody can be hidden
     * where nobody answered, and whether a leader answered is no secret. A union that could be shown by itself is
     * withheld for the sake of its parts, which are secrets of their own; so are a union's leaders.
     */
    private double wanted(Pages pages, Verdicts verdicts, Told told, Told.Row row, int figure, boolean isMean) {
        int[] withheld = IntStream.of(row.centres())
                .filter(centre -> isMean
                        ? told.rowOf(centre).figures().get(figure).isEmpty()
                        : told.rowOf(centre).turnout().isEmpty())
                .toArray();
        long answers = figure < 0 ? pages.answered(withheld) : pages.behind(figure, withheld);
        if (answers == 0 || isOnlyForItsParts(row.place(), pages)) {
            return 0;
        }
        return isMean ? Publishing.GOAL.pomp() : wantedOfCount(withheld, pages, verdicts, told);
    }

    private static boolean isOnlyForItsParts(Place place, Pages pages) {
        return place.kind() == Place.Kind.UNION
                && (pages.publication().group() == LEADER || new Unprotected(pages).showsTurnout(place));
    }

    /** Of those that could be shown by themselves, an insider may find out how many answered. */
    private double wantedOfCount(int[] withheld, Pages pages, Verdicts verdicts, Told told) {
        boolean isHarmless = attackers == Knowledge.INSIDER
                && (withheld.length > 1 || verdicts.hidesOnlyOthers(pages.place(withheld[0])));
        if (isHarmless || pages.publication().group() == LEADER) {
            return 0;
        }
        long most = IntStream.of(withheld)
                .mapToLong(centre -> told.most()[centre] - told.least()[centre])
                .sum();
        return Math.min(Publishing.GOAL.answers(), most);
    }

    private static String describe(long seed, Range range, Pages pages) {
        int[] centres = range.row().centres();
        String what = range.figure() < 0 ? "turnout" : pages.figures().get(range.figure());
        double truth = range.isMean()
                ? pages.mean(range.figure(), centres)
                : range.figure() < 0 ? pages.answered(centres) : pages.behind(range.figure(), centres);
        return String.format(
                Locale.ROOT,
                "municipality %d, %s, %s, %s %s: %.1f to %.1f, in truth %.1f of %d",
                seed,
                pages.publication().group(),
                range.row().place(),
                what,
                range.isMean() ? "mean" : "answers",
                range.low(),
                range.high(),
                truth,
                pages.eligible(centres));
    }
}
