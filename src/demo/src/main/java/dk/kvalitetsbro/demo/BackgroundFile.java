package dk.kvalitetsbro.demo;

import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What the municipality has added up of one round by the parents' education: the answers of the response files, each put
 * into a category by chance, so that those with more education are somewhat more often those who experience much. How
 * much more often declines from round to round. Of some the education is not known.
 */
final class BackgroundFile {
    private static final String BACKGROUND = "Forældres uddannelse";
    private static final List<String> CATEGORIES =
            List.of("Grundskole", "Erhvervsuddannelse", "Mellemlang videregående", "Lang videregående");

    /** On a scale where people's places are normally distributed: from where on the next category begins. */
    private static final double[] STEPS = {-1.1, 0.1, 0.9};

    /** How much of somebody's place is how much they experience, by round. */
    private static final Map<Integer, Double> WEIGHT = Map.of(2015, 0.42, 2017, 0.34, 2019, 0.24);

    private static final double UNKNOWN = 0.06;
    private static final List<RespondentGroup> GROUPS = List.of(RespondentGroup.CHILD, RespondentGroup.PARENT);

    private final int round;
    private final Organisation organisation;

    private BackgroundFile(int round, Organisation organisation) {
        this.round = round;
        this.organisation = organisation;
    }

    static CsvFile of(int round, Organisation organisation) {
        return new CsvFile(
                "background-" + round + ".csv",
                List.of(
                        "round",
                        "theme",
                        "group",
                        "background",
                        "category",
                        "n",
                        "mean",
                        "variance",
                        "families",
                        "raters"),
                new BackgroundFile(round, organisation)::write);
    }

    private void write(Consumer<List<String>> rows) {
        GROUPS.forEach(group -> new OfGroup(group).write(rows));
    }

    /** One answer's indexes, by theme, and whose family's it is. */
    private record Answer(String source, String family, Map<String, Double> indexes) {
        double mean() {
            return indexes.values().stream().collect(averagingDouble(index -> index));
        }

        void addTo(Sums sums, String theme) {
            Optional.ofNullable(indexes.get(theme)).ifPresent(index -> sums.add(index, family));
        }
    }

    private final class OfGroup {
        private final RespondentGroup group;
        private final List<Item> items;
        private final Map<String, List<Integer>> themes;

        OfGroup(RespondentGroup group) {
            this.group = group;
            this.items = Material.itemsOf(group);
            this.themes = IntStream.range(0, items.size())
                    .boxed()
                    .collect(groupingBy(i -> items.get(i).themeCode(), LinkedHashMap::new, toList()));
        }

        void write(Consumer<List<String>> rows) {
            var answers = answers();
            var byCategory = byCategory(answers);
            for (var theme : themes.keySet()) {
                for (var category : CATEGORIES) {
                    var sums = new Sums();
                    byCategory.getOrDefault(category, List.of()).forEach(answer -> answer.addTo(sums, theme));
                    if (sums.n() > 0) {
                        rows.accept(row(theme, category, sums));
                    }
                }
            }
        }

        /** The parents of one family have one category. */
        private Map<String, List<Answer>> byCategory(List<Answer> answers) {
            var chance = Chance.of("background", String.valueOf(round), group.name());
            var middle = answers.stream().collect(averagingDouble(Answer::mean));
            var spread = Math.sqrt(answers.stream()
                    .collect(averagingDouble(answer -> (answer.mean() - middle) * (answer.mean() - middle))));
            Map<String, String> categories = new HashMap<>();
            return answers.stream()
                    .collect(groupingBy(answer -> categories.computeIfAbsent(
                            answer.source(), any -> category((answer.mean() - middle) / spread, chance))));
        }

        /** Empty where it is not known. */
        private String category(double experienced, Chance chance) {
            if (chance.yes(UNKNOWN)) {
                return "";
            }
            double weight = WEIGHT.getOrDefault(round, 0.0);
            double place = weight * experienced + Math.sqrt(1 - weight * weight) * chance.normal();
            return CATEGORIES.get(
                    (int) DoubleStream.of(STEPS).filter(step -> place >= step).count());
        }

        private List<Answer> answers() {
            List<Answer> answers = new ArrayList<>();
            ResponseFile.of(round, group, organisation).eachRow(row -> {
                var family = group.linkColumn().isPresent() ? row.get(3) : "";
                var given = row.subList(row.size() - items.size(), row.size());
                Map<String, Double> indexes = new LinkedHashMap<>();
                themes.forEach((theme, places) -> index(given, places).ifPresent(index -> indexes.put(theme, index)));
                if (!indexes.isEmpty()) {
                    answers.add(new Answer(family.isEmpty() ? row.get(0) : family, family, indexes));
                }
            });
            return answers;
        }

        /** In percent of maximum possible; of those who answered at least half of a theme's items. */
        private OptionalDouble index(List<String> given, List<Integer> places) {
            var answered = places.stream().filter(i -> !given.get(i).isEmpty()).toList();
            return 2 * answered.size() < places.size()
                    ? OptionalDouble.empty()
                    : answered.stream()
                            .mapToDouble(i -> percent(items.get(i), Integer.parseInt(given.get(i))))
                            .average();
        }

        private double percent(Item item, int answer) {
            var favourable = item.reversed() ? 1 + item.scale().max() - answer : answer;
            return 100.0 * (favourable - 1) / (item.scale().max() - 1);
        }

        private List<String> row(String theme, String category, Sums sums) {
            return List.of(
                    String.valueOf(round),
                    theme,
                    group.name(),
                    BACKGROUND,
                    category,
                    String.valueOf(sums.n()),
                    sums.mean(),
                    sums.variance(),
                    sums.families(),
                    "");
        }
    }
}
