package dk.kvalitetsbro.results;

import static java.util.stream.Collectors.toSet;

import dk.kvalitetsbro.statistics.findings.FindingRules;
import dk.kvalitetsbro.statistics.findings.Thresholds;
import dk.kvalitetsbro.surveys.Round;
import dk.kvalitetsbro.surveys.RoundClosed;
import dk.kvalitetsbro.surveys.RoundPublished;
import dk.kvalitetsbro.surveys.Rounds;
import dk.kvalitetsbro.tallies.Tallies;
import dk.kvalitetsbro.themes.Needs;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.themes.Themes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Turns a round's answers into results when the round closes: means and spreads first, each with the verdict of disclosure
 * control, then every centre's findings and the municipality's.
 * When the round is published they are frozen, and its shortfalls become needs that leaders decide about.
 */
@ApplicationScoped
public class RoundResults {
    private static final int ROWS_AT_A_TIME = 2000;

    private static final List<String> ADDED_UP = List.of(
            "results.theme_result",
            "results.kept_index",
            "results.participation",
            "results.total_participation",
            "results.area_result",
            "results.municipal_result",
            "results.variation");
    private static final List<String> COMPARED = List.of("results.comparison", "results.municipal_trend");
    private static final List<String> JUDGED = List.of(
            "results.finding",
            "results.judgement",
            "results.signal",
            "results.municipal_finding",
            "results.municipal_judgement",
            "results.municipal_signal");

    private final Jdbi jdbi;
    private final Rounds rounds;
    private final Tallies tallies;
    private final Themes themes;
    private final Needs needs;
    private final Clock clock;

    @Inject
    public RoundResults(Jdbi jdbi, Rounds rounds, Tallies tallies, Themes themes, Needs needs, Clock clock) {
        this.jdbi = jdbi;
        this.rounds = rounds;
        this.tallies = tallies;
        this.themes = themes;
        this.needs = needs;
        this.clock = clock;
    }

    /**
     * Computes the round's results and findings, in place of those computed before.
     *
     * @throws IllegalStateException if the round's results are published, since they are frozen then
     */
    @Transactional
    public void compute(@Observes RoundClosed closed) {
        Round round = rounds.find(closed.round()).orElseThrow();
        jdbi.useHandle(handle -> {
            Optional<String> previous = previous(handle, round);
            startAnew(handle, round, previous);
            addUp(handle, round);
            tellPlanner(handle, ADDED_UP);
            compare(handle, round, previous);
            judge(handle, round, previous);
            judgeMunicipality(handle, round);
            tellPlanner(handle, COMPARED);
            tellPlanner(handle, JUDGED);
        });
    }

    private void startAnew(Handle handle, Round round, Optional<String> previous) {
        int replaced =
                handle.execute("delete from results.round_result where round = ? and published is null", round.code());
        if (replaced == 0 && isComputed(handle, round)) {
            throw new IllegalStateException("the results of " + round.code() + " are published and don't change");
        }
        Stream.of(ADDED_UP, COMPARED, JUDGED)
                .flatMap(List::stream)
                .forEach(table -> handle.execute("delete from " + table + " where round = ?", round.code()));
        handle.execute(
                "insert into results.round_result (round, previous, rule_version, computed) values (?, ?, ?, ?)",
                round.code(),
                previous.orElse(null),
                FindingRules.RULE_VERSION,
                OffsetDateTime.now(clock));
    }

    private static boolean isComputed(Handle handle, Round round) {
        return handle.createQuery("select exists (select from results.round_result where round = :round)")
                .bind("round", round.code())
                .mapTo(Boolean.class)
                .one();
    }

    /** The newest round before this one that has results. */
    private Optional<String> previous(Handle handle, Round round) {
        return rounds.all().stream()
                .filter(other -> other.opens().isBefore(round.opens()) && isComputed(handle, other))
                .reduce((older, newer) -> newer)
                .map(Round::code);
    }

    private void addUp(Handle handle, Round round) {
        Thresholds thresholds = rounds.thresholds(round.code());
        try (ResultRows rows = new ResultRows(handle, round.code(), thresholds.confidence())) {
            tallies.of(round, thresholds.disclosure()).forEach(rows::add);
        }
    }

    /** A round that the planner has not heard of counts as a row or two, and joining many by that guess takes for ever. */
    private static void tellPlanner(Handle handle, List<String> tables) {
        handle.execute("analyze " + String.join(", ", tables));
    }

    private void compare(Handle handle, Round round, Optional<String> previous) {
        previous.ifPresent(before -> Comparisons.set(handle, round.code(), before));
        Baselines.set(handle, round.code());
        previous.ifPresent(before -> MunicipalTrends.set(handle, round.code(), before));
    }

    private void judge(Handle handle, Round round, Optional<String> previous) {
        Thresholds thresholds = rounds.thresholds(round.code());
        CentreJudge judge = new CentreJudge(
                new FindingRules(thresholds),
                Yardstick.ofRound(handle, round.code()),
                focusThemes(),
                tallies.onlyInTotals(round));
        try (FindingRows rows = FindingRows.ofCentres(handle, round.code());
                Stream<ComparedCell> cells = handle
                        .createQuery(ComparedCell.OF_ROUND)
                        .bind("round", round.code())
                        .bind("previous", previous)
                        .setFetchSize(ROWS_AT_A_TIME)
                        .mapTo(ComparedCell.class)
                        .stream()) {
            judge.eachCentre(cells, rows::add);
        }
    }

    private void judgeMunicipality(Handle handle, Round round) {
        MunicipalJudge judge = new MunicipalJudge(rounds.thresholds(round.code()), focusThemes());
        try (FindingRows rows = FindingRows.ofMunicipality(handle, round.code())) {
            rows.add(judge.judge(MunicipalCell.ofRound(handle, round.code())));
        }
    }

    private Set<String> focusThemes() {
        return themes.all().stream()
                .filter(Theme::focus)
                .map(theme -> theme.code().value())
                .collect(toSet());
    }

    /** Freezes the round's results, and publishes its shortfalls as needs. */
    @Transactional
    public void publish(@Observes RoundPublished published) {
        Round round = rounds.find(published.round()).orElseThrow();
        jdbi.useHandle(handle -> {
            handle.execute(
                    "update results.round_result set published = ? where round = ? and published is null",
                    OffsetDateTime.now(clock),
                    round.code());
            needs.publish(Shortfalls.of(handle, round, themes.byCode()));
        });
    }
}
