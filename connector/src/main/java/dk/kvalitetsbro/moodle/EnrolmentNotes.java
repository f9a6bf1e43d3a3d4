package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.assignments.LearningPlatform.Enrolment;
import dk.kvalitetsbro.moodle.Check.State;
import dk.kvalitetsbro.moodle.client.User;
import dk.kvalitetsbro.web.Bilingual;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What Moodle's plugin keeps beside an enrolment, for people to read there: by when, who assigned it, and what for. No
 * result ever goes to Moodle, so that the reason is a theme at the most, and none unless the configuration says so.
 */
@ApplicationScoped
class EnrolmentNotes {
    private static final String NEUTRAL = "neutral";
    private static final String THEME = "theme";
    private static final String CHECK = "moodle.check.reasons";

    private final String reasons;

    @Inject
    EnrolmentNotes(@ConfigProperty(name = "moodle.reasons") Optional<String> reasons) {
        this.reasons =
                reasons.map(String::strip).filter(text -> !text.isEmpty()).orElse(NEUTRAL);
    }

    /** @param accounts by their person, the leaders' among them */
    dk.kvalitetsbro.moodle.client.Enrolment beside(
            dk.kvalitetsbro.moodle.client.Enrolment row, Enrolment wanted, Map<PersonKey, List<User>> accounts) {
        return new dk.kvalitetsbro.moodle.client.Enrolment(
                row.userId(),
                row.courseId(),
                row.start(),
                row.end(),
                row.suspended(),
                reason(wanted),
                wanted.due().map(EnrolmentNotes::endOf),
                leader(accounts.getOrDefault(wanted.leader(), List.of())));
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Texts.ZONE).toInstant().minusSeconds(1);
    }

    /** Nobody can tell which of several accounts is hers. */
    private static OptionalLong leader(List<User> found) {
        return found.size() == 1 ? OptionalLong.of(found.get(0).id()) : OptionalLong.empty();
    }

    /** An empty reason takes back the theme of an earlier enrolment. */
    private Optional<String> reason(Enrolment wanted) {
        return reasons.equals(THEME)
                ? Optional.of(wanted.theme().map(EnrolmentNotes::sentence).orElse(""))
                : Optional.empty();
    }

    private static String sentence(Bilingual theme) {
        return Bilingual.of("moodle.reason.theme", theme).da();
    }

    /** @return what the page says where reasons go to Moodle, or the configuration is not understood */
    public Optional<Check> check(Texts texts) {
        if (reasons.equals(NEUTRAL)) {
            return Optional.empty();
        }
        return Optional.of(
                reasons.equals(THEME)
                        ? new Check(State.SOUND, texts.get(CHECK), texts.get(CHECK + ".theme"), "")
                        : new Check(
                                State.BROKEN,
                                texts.get(CHECK),
                                texts.of(CHECK + ".unknown", reasons),
                                texts.get(CHECK + ".unknown.remedy")));
    }
}
