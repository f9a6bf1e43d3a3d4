package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.moodle.Check.State;
import dk.kvalitetsbro.moodle.EventMessages.Newest;
import dk.kvalitetsbro.moodle.EventMessages.Outcome;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Whether Moodle's plugin tells of what happens. Without it everything works, only later. */
@ApplicationScoped
class EventCheck {
    private static final String NAME = "moodle.check.events";
    private static final double SECONDS_IN_A_MINUTE = 60;

    private final EventSignature signature;
    private final MoodleSettings settings;
    private final EventMessages messages;

    @Inject
    EventCheck(EventSignature signature, MoodleSettings settings, EventMessages messages) {
        this.signature = signature;
        this.settings = settings;
        this.messages = messages;
    }

    public Check run(Texts texts) {
        if (!signature.isSetUp()) {
            return check(texts, State.NOT_CHECKED, "unset", "unset.remedy");
        }
        if (!signature.isOn()) {
            return check(texts, State.BROKEN, "short", "unset.remedy");
        }
        List<Newest> newest = messages.newest();
        if (newest.isEmpty()) {
            return check(texts, State.LOOK, "none", "none.remedy");
        }
        Newest last = newest.get(0);
        return last.outcome() == Outcome.ACCEPTED
                ? new Check(State.SOUND, texts.get(NAME), texts.of(NAME + ".sound", texts.time(last.at())), "")
                : refused(texts, last, accepted(newest));
    }

    private static Optional<OffsetDateTime> accepted(List<Newest> newest) {
        return newest.stream()
                .filter(each -> each.outcome() == Outcome.ACCEPTED)
                .map(Newest::at)
                .findFirst();
    }

    private Check refused(Texts texts, Newest last, Optional<OffsetDateTime> accepted) {
        String refused = texts.of(NAME + ".refused", texts.time(last.at()));
        String before = accepted.map(time -> texts.of(NAME + ".accepted", texts.time(time)))
                .orElseGet(() -> texts.get(NAME + ".neverAccepted"));
        return new Check(State.BROKEN, texts.get(NAME), refused + " " + before, remedy(texts, last));
    }

    private String remedy(Texts texts, Newest last) {
        String key = NAME + "." + last.outcome() + ".remedy";
        if (last.outcome() != Outcome.AGE) {
            return texts.of(key, last.detail(), settings.url());
        }
        double seconds = Double.parseDouble(last.detail());
        String side = seconds > 0 ? "ahead" : "behind";
        return texts.of(key, texts.number(Math.abs(seconds) / SECONDS_IN_A_MINUTE, 0), texts.get(NAME + "." + side));
    }

    private static Check check(Texts texts, State state, String finding, String remedy) {
        return new Check(state, texts.get(NAME), texts.get(NAME + "." + finding), texts.get(NAME + "." + remedy));
    }
}
