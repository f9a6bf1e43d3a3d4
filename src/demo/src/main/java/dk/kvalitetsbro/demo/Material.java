package dk.kvalitetsbro.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The contents every municipality of the demo shares: questionnaire, courses, goals and reflection cards. */
public final class Material {
    private static final List<Item> QUESTIONNAIRE = read("questionnaire.csv", Material::item);
    private static final List<Course> COURSES = read("courses.csv", Material::course);
    private static final List<Goal> GOALS = read("goals.csv", Material::goal);
    private static final List<ReflectionCard> CARDS = read("reflection_cards.csv", Material::card);

    private Material() {}

    /** All 196 items, theme by theme, in the order they are asked. */
    public static List<Item> questionnaire() {
        return QUESTIONNAIRE;
    }

    /** The items put to one group, in the order they are asked. */
    public static List<Item> itemsOf(RespondentGroup group) {
        return QUESTIONNAIRE.stream().filter(item -> item.group() == group).toList();
    }

    /** The 40 courses that larger municipalities hold in several variants. */
    static List<Course> courses() {
        return COURSES;
    }

    public static List<Goal> goals() {
        return GOALS;
    }

    public static List<ReflectionCard> reflectionCards() {
        return CARDS;
    }

    private static Item item(NamedCsvRecord row) {
        return new Item(
                row.getField("theme_code"),
                RespondentGroup.valueOf(row.getField("group")),
                row.getField("item_code"),
                row.getField("da"),
                row.getField("en"),
                Scale.valueOf(row.getField("scale")),
                Boolean.parseBoolean(row.getField("reversed")));
    }

    private static Course course(NamedCsvRecord row) {
        return new Course(
                row.getField("course_code"),
                row.getField("title_da"),
                row.getField("title_en"),
                Integer.parseInt(row.getField("duration_hours")),
                row.getField("format"),
                codes(row.getField("themes")));
    }

    private static Goal goal(NamedCsvRecord row) {
        return new Goal(
                row.getField("code"),
                row.getField("level"),
                row.getField("source"),
                row.getField("da"),
                row.getField("en"),
                codes(row.getField("theme_codes")));
    }

    private static ReflectionCard card(NamedCsvRecord row) {
        return new ReflectionCard(
                row.getField("code"), row.getField("level_or_topic"), row.getField("da"), row.getField("en"));
    }

    private static List<String> codes(String joined) {
        return List.of(joined.split(";", -1));
    }

    private static <T> List<T> read(String resource, Function<NamedCsvRecord, T> row) {
        var in = Objects.requireNonNull(Material.class.getResourceAsStream(resource), resource);
        try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return rows.stream().map(row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
