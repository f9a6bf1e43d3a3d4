package dk.kvalitetsbro.benchmarks.results.files;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.surveys.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * DuckDB's query for n, mean and variance of every centre's index on every theme, from a file as it is: answers to
 * negatively worded items turned around, and an index where at least half of the items are answered.
 *
 * @param themes in the order of the columns: the centre, then three for each theme
 */
record IndexQuery(List<String> themes, String sql) {
    static IndexQuery of(Path file, Map<RespondentGroup, List<Item>> questionnaire) throws IOException {
        Map<String, Item> items = questionnaire.values().stream()
                .flatMap(Collection::stream)
                .collect(toMap(Item::code, Function.identity()));
        List<String> columns = header(file);
        Map<String, List<Item>> themes = columns.stream()
                .filter(items::containsKey)
                .map(items::get)
                .collect(groupingBy(item -> item.theme().value(), LinkedHashMap::new, Collectors.toList()));
        String types = columns.stream()
                .map(column -> "'" + column + "': '" + (items.containsKey(column) ? "TINYINT" : "VARCHAR") + "'")
                .collect(joining(", "));
        String sql =
                """
                select centre_code, %s
                  from (select centre_code, %s
                          from read_csv('%s', header = true, delim = ',', quote = '"', escape = '"',
                                        auto_detect = false, columns = {%s}))
                 group by centre_code
                 order by centre_code"""
                        .formatted(each(themes, IndexQuery::moments), each(themes, IndexQuery::sums), file, types);
        return new IndexQuery(List.copyOf(themes.keySet()), sql);
    }

    private static List<String> header(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return List.of(lines.findFirst().orElseThrow().split(",", -1));
        }
    }

    private static String each(Map<String, List<Item>> themes, Function<List<Item>, String> columns) {
        return themes.values().stream().map(columns).collect(joining(", "));
    }

    private static String moments(List<Item> items) {
        String theme = items.get(0).theme().value();
        String index =
                "case when answered_%1$s > 0 and 2 * answered_%1$s >= %2$d then sum_%1$s::double / answered_%1$s end"
                        .formatted(theme, items.size());
        return "count(%1$s), avg(%1$s), var_samp(%1$s)".formatted(index);
    }

    private static String sums(List<Item> items) {
        String theme = items.get(0).theme().value();
        String sum =
                items.stream().map(item -> "coalesce(" + value(item) + ", 0)").collect(joining(" + "));
        String answered = items.stream()
                .map(item -> "(\"" + item.code() + "\" is not null)::tinyint")
                .collect(joining(" + "));
        return "%s as sum_%s, %s as answered_%s".formatted(sum, theme, answered, theme);
    }

    private static String value(Item item) {
        String answer = "\"" + item.code() + "\"";
        return item.reversed() ? item.scale().min() + item.scale().max() + " - " + answer : answer;
    }
}
