package dk.kvalitetsbro.moodle.client;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * What a token can and can't do at a site, and what the administrator does about it. Texts are in Danish for a Danish
 * locale and in English for any other.
 */
public record SiteReport(List<Finding> findings) {
    public SiteReport {
        findings = List.copyOf(findings);
    }

    /** How something stands. */
    public enum State {
        SOUND,
        /** It works, but somebody should look at it. */
        LOOK,
        /** What the token is for will not work. */
        BROKEN,
        /** Nobody could tell. */
        NOT_CHECKED
    }

    /** What was looked at. */
    public enum Subject {
        /** Whether the site answers and takes the token. */
        ANSWER,
        /** Whether the token travels encrypted. */
        ENCRYPTION,
        VERSION,
        /** Whether the site's clock and this machine's agree to the minute. */
        CLOCK,
        /** Functions that are needed and not in the token's service. */
        FUNCTIONS,
        /** The plugin {@code local_kvalitetsbro}. */
        PLUGIN,
        /** How many variables of a call reach Moodle ({@code max_input_vars}). */
        PARAMETERS,
        /**
         * {@code moodle/course:view} and {@code moodle/course:viewparticipants}: without the first some functions refuse
         * and others answer with nothing.
         */
        COURSE_ACCESS,
        /** {@code moodle/site:accessallgroups}: without it people in separate groups are left out without a word. */
        GROUPS,
        /** {@code moodle/course:update}: without it courses come without their idnumbers. */
        COURSE_CODES,
        /** {@code moodle/category:manage}: without it categories can't be found by idnumber. */
        CATEGORY_CODES,
        /** {@code moodle/user:viewdetails} and {@code viewalldetails}: without them nobody is found by idnumber. */
        PEOPLE,
        /** {@code moodle/user:update}. */
        USER_UPDATE,
        /** {@code enrol/manual:enrol}, {@code moodle/role:assign} and the role that may be assigned. */
        ENROL,
        /** {@code enrol/manual:unenrol}. */
        UNENROL,
        /** {@code report/completion:view}. */
        COURSE_COMPLETION,
        /** {@code report/progress:view}. */
        ACTIVITY_COMPLETION,
        /** {@code moodle/competency:coursecompetencymanage}. */
        COMPETENCIES,
        /** {@code mod/feedback:view}: without it feedback activities are left out without a word. */
        FEEDBACK
    }

    /**
     * How one thing stands.
     *
     * @param kind    which of the subject's possible findings it is
     * @param details what the finding's text names, such as functions or a number
     * @param obstacle what the site named, where it named something
     */
    public record Finding(
            State state, Subject subject, String kind, List<String> details, Optional<Obstacle> obstacle) {
        public Finding {
            details = List.copyOf(details);
        }

        /** What was looked at, in a few words. */
        public String title(Locale locale) {
            return text(locale, subject.name());
        }

        /** What was found, in a sentence. */
        public String finding(Locale locale) {
            boolean ofAllSubjects =
                    state == State.NOT_CHECKED && !bundle(locale).containsKey(key());
            return text(locale, ofAllSubjects ? (kind.isEmpty() ? "NOT_CHECKED" : "NOT_CHECKED." + kind) : key());
        }

        /** What an administrator does about it; empty where nothing has to be done. */
        public Optional<String> remedy(Locale locale) {
            var bundle = bundle(locale);
            var own = key() + ".remedy";
            return bundle.containsKey(own)
                    ? Optional.of(text(locale, own))
                    : obstacle.map(named -> named.remedy(locale));
        }

        private String key() {
            return subject.name() + "." + kind;
        }

        private String text(Locale locale, String key) {
            return new MessageFormat(bundle(locale).getString(key), locale).format(details.toArray());
        }

        private static ResourceBundle bundle(Locale locale) {
            return ResourceBundle.getBundle(
                    "dk.kvalitetsbro.moodle.client.SiteReport",
                    locale,
                    SiteReport.class.getClassLoader(),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        }
    }

    /** The worst of the findings. */
    public State worst() {
        return findings.stream().anyMatch(finding -> finding.state == State.BROKEN)
                ? State.BROKEN
                : findings.stream().anyMatch(finding -> finding.state == State.LOOK) ? State.LOOK : State.SOUND;
    }

    /** What was found of a subject, if it was looked at. */
    public Optional<Finding> of(Subject subject) {
        return findings.stream().filter(finding -> finding.subject == subject).findFirst();
    }

    /** The report as lines of text, what is amiss first. */
    public String toText(Locale locale) {
        return findings.stream()
                .sorted((one, other) -> Integer.compare(urgency(other.state), urgency(one.state)))
                .map(finding -> line(finding, locale))
                .collect(Collectors.joining("\n"));
    }

    private static int urgency(State state) {
        return switch (state) {
            case BROKEN -> 3;
            case LOOK -> 2;
            case NOT_CHECKED -> 1;
            case SOUND -> 0;
        };
    }

    private static String line(Finding finding, Locale locale) {
        var mark =
                switch (finding.state) {
                    case SOUND -> "ok   ";
                    case LOOK -> "look ";
                    case BROKEN -> "NO   ";
                    case NOT_CHECKED -> "?    ";
                };
        return mark + finding.title(locale) + ": " + finding.finding(locale)
                + finding.remedy(locale).map(remedy -> "\n     -> " + remedy).orElse("");
    }
}
