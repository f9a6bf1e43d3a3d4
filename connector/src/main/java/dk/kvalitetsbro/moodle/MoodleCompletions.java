package dk.kvalitetsbro.moodle;

import static java.util.Objects.requireNonNull;

import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.assignments.Assignments.Lost;
import dk.kvalitetsbro.assignments.LearningPlatform.Result;
import dk.kvalitetsbro.competence.CompletionSource;
import dk.kvalitetsbro.moodle.CompletionAnswers.Answer;
import dk.kvalitetsbro.moodle.KnownAccounts.Found;
import dk.kvalitetsbro.moodle.Readings.Subject;
import dk.kvalitetsbro.moodle.client.CompletionNews;
import dk.kvalitetsbro.moodle.client.CompletionScope;
import dk.kvalitetsbro.moodle.client.CourseCompletion.Pair;
import dk.kvalitetsbro.moodle.client.MoodleClient;
import dk.kvalitetsbro.moodle.client.MoodleException;
import dk.kvalitetsbro.moodle.client.MoodleException.CursorRefused;
import dk.kvalitetsbro.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What Moodle says is completed. It is asked person by person, in portions; with the plugin one call tells what is new of
 * those who were asked about before. Trouble on the way keeps what was told before it.
 */
@ApplicationScoped
class MoodleCompletions implements CompletionSource {
    static final int PORTION = 1000;

    private final Moodle moodle;
    private final SameSite site;
    private final KnownAccounts accounts;
    private final CompletionRounds rounds;
    private final Silences silences;
    private final Readings readings;

    @Inject
    MoodleCompletions(
            Moodle moodle,
            SameSite site,
            KnownAccounts accounts,
            CompletionRounds rounds,
            Silences silences,
            Readings readings) {
        this.moodle = moodle;
        this.site = site;
        this.accounts = accounts;
        this.rounds = rounds;
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
            boolean tellsNews =
                    !asked.isEmpty() && moodle.ask(client -> client.plugin().offered());
            List<Taken> inFull = tellsNews ? rounds.inFull(asked) : asked;
            for (int start = 0; start < inFull.size(); start += PORTION) {
                List<Taken> portion = inFull.subList(start, Math.min(start + PORTION, inFull.size()));
                News news = moodle.ask(client -> portion(client, portion));
                completed.addAll(news.completed());
                lost.addAll(news.lost());
                rounds.asked(portion);
            }
            if (inFull.size() < asked.size()) {
                News news = moodle.ask(client -> since(client, asked));
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
        Map<Pair, Taken> pairs = pairs(portion, found);
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

    private News since(MoodleClient client, List<Taken> taken) {
        Found found = accounts.of(client, people(taken));
        Map<Pair, Taken> pairs = pairs(taken, found);
        try {
            CompletionNews news = client.completions().since(rounds.mark(), CompletionScope.of(pairs.keySet()));
            rounds.goOnFrom(news.next());
            return new News(
                    news.completions().stream()
                            .map(told -> completion(requireNonNull(pairs.get(told.pair())), told.at()))
                            .toList(),
                    withoutAccount(taken, found));
        } catch (CursorRefused e) {
            rounds.startAnew();
            throw e;
        }
    }

    private static Completion completion(Taken taken, Optional<Instant> at) {
        return new Completion(taken.person(), taken.courseId(), at);
    }

    private static Map<Pair, Taken> pairs(List<Taken> taken, Found found) {
        Map<Pair, Taken> pairs = new LinkedHashMap<>();
        for (Taken each : taken) {
            Long userId = found.ids().get(each.person());
            if (userId != null) {
                pairs.put(new Pair(userId, each.courseId()), each);
            }
        }
        return pairs;
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
