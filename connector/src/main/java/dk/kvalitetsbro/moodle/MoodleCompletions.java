package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.competence.CompletionSource;
import dk.kvalitetsbro.moodle.Readings.Subject;
import dk.kvalitetsbro.moodle.client.CourseCompletion;
import dk.kvalitetsbro.moodle.client.CourseCompletion.Completed;
import dk.kvalitetsbro.moodle.client.CourseCompletion.Pair;
import dk.kvalitetsbro.moodle.client.MoodleClient;
import dk.kvalitetsbro.moodle.client.MoodleException;
import dk.kvalitetsbro.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Moodle says is completed, asked for in portions: trouble on the way keeps what was told before it. */
@ApplicationScoped
class MoodleCompletions implements CompletionSource {
    static final int PORTION = 1000;

    private final Moodle moodle;
    private final KnownAccounts accounts;
    private final Readings readings;

    @Inject
    MoodleCompletions(Moodle moodle, KnownAccounts accounts, Readings readings) {
        this.moodle = moodle;
        this.accounts = accounts;
        this.readings = readings;
    }

    @Override
    public List<Completion> completed(List<Taken> taken) {
        List<Completion> completed = new ArrayList<>();
        try {
            for (int start = 0; start < taken.size(); start += PORTION) {
                List<Taken> portion = taken.subList(start, Math.min(start + PORTION, taken.size()));
                completed.addAll(moodle.ask(client -> portion(client, portion)));
            }
            readings.succeeded(Subject.COMPLETIONS, completed.size());
        } catch (MoodleException | Refusal e) {
            readings.failed(Subject.COMPLETIONS, e);
        }
        return completed;
    }

    private List<Completion> portion(MoodleClient client, List<Taken> portion) {
        Map<PersonKey, Long> ids =
                accounts.ids(client, portion.stream().map(Taken::person).toList());
        Map<Pair, Taken> pairs = new LinkedHashMap<>();
        for (Taken taken : portion) {
            Long userId = ids.get(taken.person());
            if (userId != null) {
                pairs.put(new Pair(userId, taken.courseId()), taken);
            }
        }
        return client.completions().of(pairs.keySet()).stream()
                .flatMap(answer -> completion(answer, pairs).stream())
                .toList();
    }

    private static java.util.Optional<Completion> completion(CourseCompletion answer, Map<Pair, Taken> pairs) {
        Taken taken = pairs.get(answer.pair());
        return taken != null && answer.state() instanceof Completed completed
                ? java.util.Optional.of(new Completion(taken.person(), taken.courseId(), completed.at()))
                : java.util.Optional.empty();
    }
}
