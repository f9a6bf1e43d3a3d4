package dk.kvalitetsbro.moodle.client;

import dk.kvalitetsbro.moodle.client.CompletionNews.Completion;
import dk.kvalitetsbro.moodle.client.CompletionNews.Mark;
import dk.kvalitetsbro.moodle.client.CompletionNews.Plan;
import dk.kvalitetsbro.moodle.client.CourseCompletion.Pair;
import dk.kvalitetsbro.moodle.client.Plugin.Cursor;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
        var found = new LinkedHashSet<Completion>();
        var begin = mark.from().minus(Completions.OVERLAP);
        var cursor = new Cursor(begin.isBefore(Instant.EPOCH) ? Instant.EPOCH : begin, 0);
        for (int calls = 1; ; calls++) {
            var page = wire.object(NAME, cursor.params(PAGE));
            var columns = Columns.of(page);
            columns.completions().forEach(found::add);
            if (columns.isEmpty() || !page.flag("more")) {
                var now = Instant.ofEpochSecond(page.number("now"));
                return new Found(found, new Mark(now, mayComeUpAgain(found, mark, now), 0), calls);
            }
            cursor = columns.last();
        }
    }

    /** A page as the plugin sends it: each column one text, because Moodle looks at every value that it returns. */
    private record Columns(List<Long> ids, List<Long> users, List<Long> courses, List<Long> times) {
        Columns {
            if (Stream.of(users, courses, times).anyMatch(column -> column.size() != ids.size())) {
                throw Effect.READS.lostReply(NAME + ": the columns of the reply differ in length", null);
            }
        }

        static Columns of(Fields page) {
            return new Columns(
                    page.numbers("ids"), page.numbers("userids"), page.numbers("courseids"), page.numbers("times"));
        }

        boolean isEmpty() {
            return ids.isEmpty();
        }

        Stream<Completion> completions() {
            return IntStream.range(0, ids.size())
                    .mapToObj(row -> new Completion(
                            new Pair(users.get(row), courses.get(row)),
                            Optional.of(times.get(row))
                                    .filter(seconds -> seconds != 0)
                                    .map(Instant::ofEpochSecond)));
        }

        Cursor last() {
            int row = ids.size() - 1;
            return new Cursor(Instant.ofEpochSecond(times.get(row)), ids.get(row));
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
