package dk.kvalitetsbro.moodle;

import static java.util.Objects.requireNonNull;

import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.assignments.Assignments.Lost;
import dk.kvalitetsbro.assignments.LearningPlatform.Result;
import dk.kvalitetsbro.competence.CompletionSource;
import dk.kvalitetsbro.moodle.CompletionAnswers.Answer;
import dk.kvalitetsbro.moodle.KnownAccounts.Found;
import dk.kvalitetsbro.moodle.Readings.Subject;
import dk.kvalitetsbro.moodle.client.CourseCompletion.Pair;
import dk.kvalitetsbro.moodle.client.MoodleClient;
import dk.kvalitetsbro.moodle.client.MoodleException;
import dk.kvalitetsbro.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What Moodle says is completed, asked for in portions: trouble on the way keeps what was told before it. */
@ApplicationScoped
class MoodleCompletions implements CompletionSource {
    static final int PORTION = 1000;

    private final Moodle moodle;
    private final SameSite site;
    private final KnownAccounts accounts;
    private final Silences silences;
    private final Readings readings;

    @Inject
    MoodleCompletions(Moodle moodle, SameSite site, KnownAccounts accounts, Silences silences, Readings readings) {
        this.moodle = moodle;
        this.site = site;
        this.accounts = accounts;
        this.silences = silences;
        this.readings = readings;
    }

    @Override
    public News of(List<Taken> taken) {
        List<Completion> completed = new ArrayList<>();
        List<Lost> lost = new ArrayList<>();
        Set<Long> pausing = silences.pausing();
        List<Taken> asked = taken.stream()
                .filter(each -> !pausing.contains(each.courseId()))
                .toList();
        try {
            site.require();
            for (int start = 0; start < asked.size(); start += PORTION) {
                List<Taken> portion = asked.subList(start, Math.min(start + PORTION, asked.size()));
                News news = moodle.ask(client -> portion(client, portion));
                completed.addAll(news.completed());
                lost.addAll(news.lost());
            }
            silences.keepOnly(courses(taken));
            readings.succeeded(Subject.COMPLETIONS, completed.size());
        } catch (MoodleException | Refusal e) {
            readings.failed(Subject.COMPLETIONS, e);
        }
        return new News(completed, lost);
    }

    private News portion(MoodleClient client, List<Taken> portion) {
        Found found = accounts.of(client, people(portion));
        Map<Pair, Taken> pairs = new LinkedHashMap<>();
        for (Taken taken : portion) {
            Long userId = found.ids().get(taken.person());
            if (userId != null) {
                pairs.put(new Pair(userId, taken.courseId()), taken);
            }
        }
        var answers = new CompletionAnswers(client.completions().of(pairs.keySet()).stream()
                .map(told -> new Answer(requireNonNull(pairs.get(told.pair())), told.state()))
                .toList());
        silences.keep(answers.silent(), courses(pairs.values()));
        List<Lost> lost = new ArrayList<>(withoutAccount(portion, found));
        lost.addAll(answers.lost(
                gone(client, answers.doubtful()),
                accounts.anew(client, answers.astray()).obstacles()));
        return new News(answers.completed(), lost);
    }

    private static List<Lost> withoutAccount(List<Taken> portion, Found found) {
        List<Lost> lost = new ArrayList<>();
        for (Taken taken : portion) {
            Result obstacle = found.obstacles().get(taken.person());
            if (obstacle != null) {
                lost.add(new Lost(taken.person(), taken.courseId(), obstacle));
            }
        }
        return lost;
    }

    private static List<PersonKey> people(List<Taken> taken) {
        return taken.stream().map(Taken::person).distinct().toList();
    }

    private static Set<Long> gone(MoodleClient client, Set<Long> doubtful) {
        Set<Long> gone = new HashSet<>(doubtful);
        if (!doubtful.isEmpty()) {
            client.courses().byIds(doubtful).forEach(course -> gone.remove(course.id()));
        }
        return gone;
    }

    private static Set<Long> courses(Collection<Taken> taken) {
        return taken.stream().map(Taken::courseId).collect(Collectors.toSet());
    }
}
