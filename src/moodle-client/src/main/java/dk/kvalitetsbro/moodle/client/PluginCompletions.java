package dk.kvalitetsbro.moodle.client;

import dk.kvalitetsbro.moodle.client.CompletionNews.Completion;
import dk.kvalitetsbro.moodle.client.CompletionNews.Mark;
import dk.kvalitetsbro.moodle.client.CompletionNews.Plan;
import dk.kvalitetsbro.moodle.client.CourseCompletion.Pair;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Completions as the plugin tells them: in order of time, page by page. */
final class PluginCompletions implements CompletionSource {
    private static final String NAME = "local_kvalitetsbro_get_completions";
    private static final int PAGE = 5_000;

    private final Wire wire;

    PluginCompletions(Wire wire) {
        this.wire = wire;
    }

    @Override
    public boolean usableFor(CompletionScope scope) {
        return wire.offers().has(NAME);
    }

    @Override
    public Plan plan(CompletionScope scope, Mark mark) {
        return new Plan(CompletionRoute.PLUGIN, 1 + scope.pairs().size() / PAGE, 1);
    }

    @Override
    public Found ask(CompletionScope scope, Mark mark) {
        var begin = mark.from().minus(Completions.OVERLAP);
        var found = new LinkedHashSet<Completion>();
        long since = Math.max(0, begin.getEpochSecond()); // with no id before it, the whole of that second
        long afterId = 0;
        for (int calls = 1; ; calls++) {
            var page = wire.object(
                    NAME,
                    Params.none().add("since", since).add("afterid", afterId).add("limit", PAGE));
            var rows = page.rows("completions").toList();
            for (var row : rows) {
                since = row.number("timecompleted");
                afterId = row.number("id");
                found.add(new Completion(
                        new Pair(row.number("userid"), row.number("courseid")), row.time("timecompleted")));
            }
            if (rows.isEmpty() || !page.flag("more")) {
                var now = Instant.ofEpochSecond(page.number("now"));
                return new Found(found, new Mark(now, mayComeUpAgain(found, mark, now), 0), calls);
            }
        }
    }

    private static Set<Completion> mayComeUpAgain(Set<Completion> found, Mark mark, Instant now) {
        var again = new HashSet<>(mark.heard());
        again.addAll(found);
        var begin = now.minus(Completions.OVERLAP);
        again.removeIf(completion -> completion.at().filter(begin::isAfter).isPresent());
        return again;
    }
}
