package dk.kvalitetsbro.surveys;

import static dk.kvalitetsbro.statistics.RespondentGroup.CONTACT_PEDAGOGUE;
import static dk.kvalitetsbro.statistics.RespondentGroup.PARENT;

import dk.kvalitetsbro.organisation.CsvFile;
import dk.kvalitetsbro.organisation.CsvRow;
import dk.kvalitetsbro.organisation.StagedRows;
import dk.kvalitetsbro.statistics.RespondentGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of one group's responses: one row each, a few columns that say whose, and one column for each item that was
 * asked, in any order. An empty field is a "don't know".
 */
final class ResponseFile {
    private static final int LONGEST_ID = 64;

    /** An item's column, where its answer is stored, and what it may be. */
    private record Question(String column, int field, int position, Item item) {}

    private final CsvFile file;
    private final RespondentGroup group;
    private final List<Question> questions;
    private final int items;

    private ResponseFile(CsvFile file, RespondentGroup group, List<Question> questions, int items) {
        this.file = file;
        this.group = group;
        this.questions = questions;
        this.items = items;
    }

    /** @return the file if its header fits the group of its first row; otherwise what is wrong has been reported */
    static Optional<ResponseFile> of(CsvFile file, Questionnaire questionnaire) {
        if (!file.hasAtLeast(List.of("response_id", "centre_code", "group"))) {
            return Optional.empty();
        }
        Optional<RespondentGroup> group = file.firstRow().map(row -> row.oneOf("group", RespondentGroup.class));
        if (group.isEmpty()) {
            file.each(row -> {});
            return Optional.empty();
        }
        List<Item> items = questionnaire.items(group.get());
        return hasColumnsOf(file, group.get(), items)
                ? Optional.of(new ResponseFile(file, group.get(), questions(file, items), items.size()))
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
                questions.add(new Question(item.code(), field, position, item));
            }
        }
        return questions;
    }

    void readInto(StagedRows rows) {
        file.each(row -> rows.add(
                row.line(),
                row.code("response_id", LONGEST_ID),
                row.code("centre_code", EligibleImport.LONGEST_CODE),
                sameGroup(row),
                group == CONTACT_PEDAGOGUE ? row.code("rater_id", LONGEST_ID) : null,
                group == PARENT ? row.code("family_id", LONGEST_ID) : null,
                answers(row)));
    }

    private @Nullable String sameGroup(CsvRow row) {
        if (row.text("group").equals(group.name())) {
            return group.name();
        }
        row.problem("group", "surveys.problem.otherGroup", group.name());
        return null;
    }

    /** @return the answers as a PostgreSQL array in the order of the questionnaire */
    private String answers(CsvRow row) {
        char[] array = new char[2 * items + 1];
        for (int i = 0; i < items; i++) {
            array[2 * i] = ',';
            array[2 * i + 1] = '0';
        }
        array[0] = '{';
        array[2 * items] = '}';
        for (Question question : questions) {
            array[2 * question.position() + 1] = answer(row, question);
        }
        return new String(array);
    }

    private static char answer(CsvRow row, Question question) {
        String text = row.text(question.field());
        if (text.isEmpty()) {
            return '0';
        }
        var scale = question.item().scale();
        if (text.length() != 1 || !scale.holds(text.charAt(0) - '0')) {
            row.problem(question.column(), "surveys.problem.offScale", scale.min() + "–" + scale.max());
            return '0';
        }
        return text.charAt(0);
    }
}
