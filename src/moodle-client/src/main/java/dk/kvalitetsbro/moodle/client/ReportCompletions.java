package dk.kvalitetsbro.moodle.client;

import dk.kvalitetsbro.moodle.client.CompletionNews.Completion;
import dk.kvalitetsbro.moodle.client.CompletionNews.Mark;
import dk.kvalitetsbro.moodle.client.CompletionNews.Plan;
import dk.kvalitetsbro.moodle.client.CourseCompletion.Pair;
import dk.kvalitetsbro.moodle.client.Reports.Report;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Completions from a report that an administrator has made. Moodle keeps one filter for each account and report, so two
 * programs with one account disturb each other; a row that the filter should have kept away is recognised by its empty
 * time and left out.
 */
final class ReportCompletions implements CompletionSource {
    private static final String SOURCE = "participants";
    private static final int USER = 0;
    private static final int COURSE = 1;
    private static final int TIME = 3;
    private static final int PAGE = 5_000;

    private final ReentrantLock filtering = new ReentrantLock();
    private final Wire wire;
    private final Reports reports;
    private final Clock clock;
    private final OptionalLong configured;
    private Optional<Long> reportId = Optional.empty();

    ReportCompletions(Wire wire, Reports reports, OptionalLong configured, Clock clock) {
        this.wire = wire;
        this.reports = reports;
        this.configured = configured;
        this.clock = clock;
    }

    @Override
    public boolean usableFor(CompletionScope scope) {
        return scope.hasIdnumbers()
                && wire.offers().has(Reports.FILTER)
                && wire.offers().has(Reports.ROWS);
    }

    @Override
    public Plan plan(CompletionScope scope, Mark mark) {
        return new Plan(CompletionRoute.REPORT, 3 + scope.pairs().size() / PAGE, 1);
    }

    @Override
    public Found ask(CompletionScope scope, Mark mark) {
        filtering.lock();
        try {
            return read(scope, mark);
        } finally {
            filtering.unlock();
        }
    }

    private Found read(CompletionScope scope, Mark mark) {
        int calls = reportId.isPresent() || configured.isPresent() ? 1 : 2;
        var now = clock.instant();
        long id = report();
        reports.filter(id, filter(mark));
        var found = new LinkedHashSet<Completion>();
        long seen = 0;
        for (int page = 0; ; page++) {
            calls++;
            var rows = reports.rows(id, page, PAGE);
            rows.rows().forEach(row -> completion(row, scope).ifPresent(found::add));
            seen += rows.rows().size();
            if (rows.rows().isEmpty() || seen >= rows.total()) {
                refuseStrangeReport(seen, found);
                return new Found(found, new Mark(now, found, 0), calls);
            }
        }
    }

    private static String filter(Mark mark) {
        return """
                {"completion:timecompleted_operator":3,"completion:timecompleted_from":%d,\
                "completion:timecompleted_to":0}"""
                .formatted(mark.from().minus(Completions.OVERLAP).getEpochSecond());
    }

    private long report() {
        if (configured.isPresent()) {
            return configured.getAsLong();
        }
        if (reportId.isEmpty()) {
            reportId = reports.all().stream()
                    .filter(report -> report.source().endsWith("\\" + SOURCE))
                    .map(Report::id)
                    .findFirst();
        }
        return reportId.orElseThrow(
                () -> new MoodleException.Refused(Reports.ROWS, "noreport", "No report on course participants exists"));
    }

    private static Optional<Completion> completion(List<String> row, CompletionScope scope) {
        if (row.size() <= TIME || row.get(TIME).isBlank()) {
            return Optional.empty();
        }
        var user = Optional.ofNullable(scope.usersByIdnumber().get(row.get(USER)));
        var course = Optional.ofNullable(scope.coursesByIdnumber().get(row.get(COURSE)));
        return user.flatMap(u -> course.map(c -> new Completion(new Pair(u, c), Optional.empty())));
    }

    private static void refuseStrangeReport(long rows, Set<Completion> found) {
        if (rows > 0 && found.isEmpty()) {
            throw new MoodleException.Refused(
                    Reports.ROWS,
                    "strangereport",
                    "The report's columns are not user's idnumber, course's idnumber, completed, time completed");
        }
    }
}
