package dk.kvalitetsbro.moodle.fake;

import java.util.List;

/**
 * A question of a feedback activity.
 *
 * @param label   the short name under which results are read
 * @param answers to choose from, in the order of their numbers 1, 2, …; empty unless it is a choice
 */
public record FeedbackQuestion(Kind kind, String name, String label, List<String> answers) {
    /** How people answer. */
    public enum Kind {
        NUMBER("numeric"),
        CHOICE("multichoice"),
        TEXT("textarea");

        private final String moodleName;

        Kind(String moodleName) {
            this.moodleName = moodleName;
        }

        String moodleName() {
            return moodleName;
        }
    }

    public FeedbackQuestion {
        answers = List.copyOf(answers);
    }

    String presentation() {
        return switch (kind) {
            case NUMBER -> "-|-";
            case CHOICE -> "r>>>>>" + String.join("|", answers);
            case TEXT -> "40|20";
        };
    }
}
