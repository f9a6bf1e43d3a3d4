package dk.kvalitetsbro.moodle.client;

import dk.kvalitetsbro.moodle.client.CompletionNews.Completion;
import dk.kvalitetsbro.moodle.client.CompletionNews.Mark;
import dk.kvalitetsbro.moodle.client.CompletionNews.Plan;
import dk.kvalitetsbro.moodle.client.CourseCompletion.Completed;
import dk.kvalitetsbro.moodle.client.CourseCompletion.Pair;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Completions by asking about pair after pair, some of them each time: as many as a budget of calls allows. */
final class PolledCompletions implements CompletionSource {
    private static final int PAIRS_PER_CALL = 200;

    private final Wire wire;
    private final Completions completions;
    private final Clock clock;
    private final CompletionRoute route;
    private final int budget;

    PolledCompletions(Wire wire, Completions completions, CompletionRoute route, int budget, Clock clock) {
        this.wire = wire;
        this.completions = completions;
        this.route = route;
        this.budget = budget;
        this.clock = clock;
    }

    @Override
    public boolean usableFor(CompletionScope scope) {
        return route == CompletionRoute.ONE_BY_ONE || wire.offers().has(Together.NAME);
    }

    @Override
    public Plan plan(CompletionScope scope, Mark mark) {
        int open = scope.pairs().size() - pairs(mark.heard()).size();
        int calls = Math.max(1, (open + perCall() - 1) / perCall());
        return new Plan(route, Math.min(calls, budget), (calls + budget - 1) / budget);
    }

    @Override
    public Found ask(CompletionScope scope, Mark mark) {
        var now = clock.instant();
        var done = pairs(mark.heard());
        var open = scope.pairs().stream().filter(pair -> !done.contains(pair)).toList();
        int first = mark.asked() < open.size() ? mark.asked() : 0;
        int turn = Math.min(open.size(), Math.toIntExact(Math.min((long) budget * perCall(), Integer.MAX_VALUE)));
        var asked = new ArrayList<Pair>();
        for (int i = 0; i < turn; i++) {
            asked.add(open.get((first + i) % open.size()));
        }
        var found = new LinkedHashSet<Completion>();
        completions.ask(asked, route == CompletionRoute.TOGETHER).forEach(answer -> {
            if (answer.state() instanceof Completed completed) {
                found.add(new Completion(answer.pair(), completed.at()));
            }
        });
        var heard = new LinkedHashSet<>(mark.heard());
        heard.addAll(found);
        int next = first + turn - found.size();
        return new Found(
                found,
                new Mark(now, heard, turn == open.size() ? 0 : Math.max(0, next)),
                (asked.size() + perCall() - 1) / perCall());
    }

    private int perCall() {
        return route == CompletionRoute.TOGETHER ? PAIRS_PER_CALL : 1;
    }

    private static Set<Pair> pairs(Set<Completion> heard) {
        return heard.stream().map(Completion::pair).collect(Collectors.toSet());
    }
}
