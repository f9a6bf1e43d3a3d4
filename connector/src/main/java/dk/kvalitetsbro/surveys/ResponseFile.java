package dk.kvalitetsbro.surveys;

import static dk.kvalitetsbro.statistics.RespondentGroup.CONTACT_PEDAGOGUE;
import static dk.kvalitetsbro.statistics.RespondentGroup.PARENT;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.organisation.CsvFile;
import dk.kvalitetsbro.organisation.CsvRow;
import dk.kvalitetsbro.organisation.StagedRows;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Scale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A file of one group's responses: one row each, a few columns that say whose, and one column for each item that was
 * asked, in any order. An empty field is a "don't know".
 */
public final class ResponseFile {
    private static final int LONGEST_ID = 64;

    /** An item, its column, and its place among the answers. */
    private record Question(Item item, int field, int position) {}

    /** What a row says; null where it is wrong, and has been reported, and where the group has no such column. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Row(
            @Nullable String id,
            @Nullable String centre,
            @Nullable String group,
            @Nullable String rater,
            @Nullable String family,
            short[] answers) {}

    private final CsvFile file;
    private final RespondentGroup group;
    private final List<Question> questions;
    private final List<Item> items;

    private ResponseFile(CsvFile file, RespondentGroup group, List<Question> questions, List<Item> items) {
        this.file = file;
        this.group = group;
        this.questions = questions;
        this.items = items;
    }

    /**
     * Reads the header and the first row.
     *
     * @param questionnaire what a group is asked, as {@link Questionnaire#items} tells
     * @return the file if its header fits the group of its first row; otherwise what is wrong has been reported
     */
    public static Optional<ResponseFile> of(CsvFile file, Function<RespondentGroup, List<Item>> questionnaire) {
        if (!file.hasAtLeast(List.of("response_id", "centre_code", "group"))) {
            return Optional.empty();
        }
        Optional<RespondentGroup> group = file.firstRow().map(row -> row.oneOf("group", RespondentGroup.class));
        if (group.isEmpty()) {
            file.each(row -> {});
            return Optional.empty();
        }
        List<Item> items = questionnaire.apply(group.get());
        return hasColumnsOf(file, group.get(), items)
                ? Optional.of(new ResponseFile(file, group.get(), questions(file, items), items))
                : Optional.empty();
    }

    private static boolean hasColumnsOf(CsvFile file, RespondentGroup group, List<Item> items) {
        List<String> who = new ArrayList<>(List.of("response_id", "centre_code", "group"));
        who.addAll(whose(group));
        List<String> allowed = new ArrayList<>(who);
        items.forEach(item -> allowed.add(item.code()));
        boolean hasItems = file.columns().stream().anyMatch(column -> isItem(column, items));
        if (!hasItems) {
            file.problem("", "surveys.problem.noItems", group.name());
        }
        return hasItems & file.hasAtLeast(who) & file.hasOnly(allowed, "surveys.problem.unknownItem", group.name());
    }

    private static boolean isItem(String column, List<Item> items) {
        return items.stream().anyMatch(item -> item.code().equals(column));
    }

    private static List<String> whose(RespondentGroup group) {
        return switch (group) {
            case CONTACT_PEDAGOGUE -> List.of("rater_id");
            case PARENT -> List.of("family_id");
            case CHILD, PEDAGOGUE, LEADER -> List.of();
        };
    }

    private static List<Question> questions(CsvFile file, List<Item> items) {
        Map<String, Integer> fields = new HashMap<>();
        file.columns().forEach(column -> fields.put(column, fields.size()));
        List<Question> questions = new ArrayList<>();
        for (int position = 0; position < items.size(); position++) {
            Item item = items.get(position);
            Integer field = fields.get(item.code());
            if (field != null) {
                questions.add(new Question(item, field, position));
            }
        }
        return questions;
    }

    public RespondentGroup group() {
        return group;
    }

    /** @return what the group is asked, in the order of a response's answers */
    public List<Item> items() {
        return items;
    }

    /**
     * Hands on every response that is right by itself. Whether its centre exists, and whether it is there twice, is
     * found out when the file is imported.
     */
    public void each(Consumer<Response> reader) {
        Map<String, CentreCode> centres = new HashMap<>();
        file.each(row -> {
            Row read = read(row);
            if (read.id() != null && read.centre() != null && read.group() != null) {
                reader.accept(new Response(
                        centres.computeIfAbsent(read.centre(), CentreCode::new),
                        Optional.ofNullable(read.rater()),
                        Optional.ofNullable(read.family()),
                        read.answers()));
            }
        });
    }

    void readInto(StagedRows rows) {
        file.each(row -> {
            Row read = read(row);
            rows.add(
                    row.line(),
                    read.id(),
                    read.centre(),
                    read.group(),
                    read.rater(),
                    read.family(),
                    array(read.answers()));
        });
    }

    private Row read(CsvRow row) {
        return new Row(
                row.code("response_id", LONGEST_ID),
                row.code("centre_code", EligibleImport.LONGEST_CODE),
                sameGroup(row),
                group == CONTACT_PEDAGOGUE ? row.code("rater_id", LONGEST_ID) : null,
                group == PARENT ? row.code("family_id", LONGEST_ID) : null,
                answers(row));
    }

    private @Nullable String sameGroup(CsvRow row) {
        if (row.text("group").equals(group.name())) {
            return group.name();
        }
        row.problem("group", "surveys.problem.otherGroup", group.name());
        return null;
    }

    private short[] answers(CsvRow row) {
        short[] answers = new short[items.size()];
        for (Question question : questions) {
            answers[question.position()] = answer(row, question);
        }
        return answers;
    }

    private static short answer(CsvRow row, Question question) {
        int answer = row.digit(question.field());
        Scale scale = question.item().scale();
        if (scale.holds(answer)) {
            return (short) answer;
        }
        if (!row.text(question.field()).isEmpty()) {
            row.problem(question.item().code(), "surveys.problem.offScale", scale.min() + "–" + scale.max());
        }
        return 0;
    }

    /** The answers as PostgreSQL writes an array. */
    private static String array(short[] answers) {
        char[] array = new char[2 * answers.length + 1];
        for (int i = 0; i < answers.length; i++) {
            array[2 * i] = ',';
            array[2 * i + 1] = (char) ('0' + answers[i]);
        }
        array[0] = '{';
        array[2 * answers.length] = '}';
        return new String(array);
    }
}
