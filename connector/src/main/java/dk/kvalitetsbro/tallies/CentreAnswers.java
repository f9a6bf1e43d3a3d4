package dk.kvalitetsbro.tallies;

import dk.kvalitetsbro.statistics.CronbachAlpha;
import dk.kvalitetsbro.statistics.ThemeIndex;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** What one group answered at one centre, added up answer by answer: no answer is kept. */
public final class CentreAnswers {
    /** The same for one theme. */
    public static final class OnTheme {
        private final AskedTheme asked;
        private final Tally index = new Tally();
        private final CronbachAlpha alpha;
        private final Tally[] items;
        private final Tally[] subsets;

        private OnTheme(AskedTheme asked) {
            this.asked = asked;
            this.alpha = new CronbachAlpha(asked.size());
            this.items = tallies(asked.size());
            this.subsets = tallies(asked.subsets().size());
        }

        private static Tally[] tallies(int number) {
            Tally[] tallies = new Tally[number];
            Arrays.setAll(tallies, each -> new Tally());
            return tallies;
        }

        /** @return whether the respondent has a usable index */
        private boolean add(short[] answers, int source) {
            int[] positions = asked.positions();
            for (int item = 0; item < positions.length; item++) {
                short answer = answers[positions[item]];
                if (answer != 0) {
                    items[item].add(answer, source);
                }
            }
            alpha.add(answers, positions);
            for (int subset = 0; subset < subsets.length; subset++) {
                add(subsets[subset], ThemeIndex.of(answers, asked.subsetPositions(subset)), source);
            }
            OptionalDouble value = ThemeIndex.of(answers, positions);
            add(index, value, source);
            return value.isPresent();
        }

        private static void add(Tally tally, OptionalDouble value, int source) {
            if (value.isPresent()) {
                tally.add(value.getAsDouble(), source);
            }
        }

        public AskedTheme asked() {
            return asked;
        }

        public Tally index() {
            return index;
        }

        public OptionalDouble alpha() {
            return alpha.alpha();
        }

        void addAlphaTo(CronbachAlpha others) {
            others.merge(alpha);
        }

        /** The answers to each item, in the alphabetical order of the items' codes. */
        public List<Tally> items() {
            return IntStream.of(asked.alphabetical())
                    .mapToObj(item -> items[item])
                    .toList();
        }

        /** The index of each of the theme's subsets, in their order. */
        public List<Tally> subsets() {
            return Arrays.asList(subsets);
        }
    }

    private final int eligible;
    private final List<OnTheme> themes;
    private final Map<String, Integer> sources = new HashMap<>();
    private final Tally respondents = new Tally();

    CentreAnswers(List<AskedTheme> asked, int eligible) {
        this.eligible = eligible;
        this.themes = asked.stream().map(OnTheme::new).toList();
    }

    /**
     * Counts a respondent in.
     *
     * @param source  the contact pedagogue or family behind the answers, if they tell
     * @param answers to the whole questionnaire, in its order; 0 is a missing answer; turned around here
     */
    void add(Optional<String> source, short[] answers) {
        int number = source.map(this::numbered).orElse(Tally.UNKNOWN);
        boolean usable = false;
        for (OnTheme theme : themes) {
            theme.asked.turnAround(answers);
            usable |= theme.add(answers, number);
        }
        if (usable) {
            respondents.add(1, number);
        }
    }

    private int numbered(String source) {
        return sources.computeIfAbsent(source, unseen -> sources.size());
    }

    public int eligible() {
        return eligible;
    }

    /** Those with a usable index on at least one theme. */
    public Tally respondents() {
        return respondents;
    }

    public List<OnTheme> themes() {
        return themes;
    }
}
