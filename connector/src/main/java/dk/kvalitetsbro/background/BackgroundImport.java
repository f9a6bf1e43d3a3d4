package dk.kvalitetsbro.background;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dk.kvalitetsbro.organisation.CsvFile;
import dk.kvalitetsbro.organisation.CsvRow;
import dk.kvalitetsbro.organisation.StagedImport;
import dk.kvalitetsbro.organisation.StagedRows;
import dk.kvalitetsbro.organisation.Upload;
import dk.kvalitetsbro.surveys.Round;
import dk.kvalitetsbro.surveys.Rounds;
import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.themes.Themes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The municipality's own sums by background: for a round, a theme, a group and a category how many answered, and the mean
 * and variance of their index in percent of maximum possible. A file brings all that there is of a group's background in
 * a round. It can be replaced until the round is published; what has been shown can't, for the difference between two
 * versions tells about the few who differ.
 */
@ApplicationScoped
class BackgroundImport extends StagedImport {
    /** Who answers about one child, and so has a child's background. */
    private enum AboutAChild {
        CHILD,
        CONTACT_PEDAGOGUE,
        PARENT
    }

    private static final List<String> COLUMNS =
            List.of("round", "theme", "group", "background", "category", "n", "mean", "variance");
    private static final List<String> WITH_SOURCES =
            Stream.concat(COLUMNS.stream(), Stream.of("families", "raters")).toList();
    private static final int LONGEST_CODE = 32;
    private static final int LONGEST_NAME = 80;
    private static final int MOST = 1_000_000;

    private final Rounds rounds;
    private final Themes themes;

    @Inject
    BackgroundImport(Jdbi jdbi, Rounds rounds, Themes themes) {
        super(jdbi);
        this.rounds = rounds;
        this.themes = themes;
    }

    @Override
    public String name() {
        return "BACKGROUND";
    }

    @Override
    protected void requireReady(Upload upload) {
        rounds.holdStill();
    }

    @Override
    protected String staged() {
        return """
                round text, published boolean, theme text, grp text, background text, category text, n integer,
                mean double precision, variance double precision, families integer, raters integer""";
    }

    @Override
    protected void read(CsvFile file, StagedRows rows, Upload upload) {
        if (file.hasAtLeast(COLUMNS)
                & file.hasOnly(WITH_SOURCES, "organisation.problem.unknownColumn", String.join(", ", WITH_SOURCES))) {
            Map<String, Round> byCode = rounds.all().stream().collect(toMap(Round::code, identity()));
            Set<ThemeCode> known = themes.byCode().keySet();
            file.each(row -> read(row, rows, byCode, known));
        }
    }

    private static void read(CsvRow row, StagedRows rows, Map<String, Round> byCode, Set<ThemeCode> known) {
        Round round = round(row, byCode);
        AboutAChild group = row.oneOf("group", AboutAChild.class);
        Integer n = answers(row);
        Double mean = row.decimal("mean", 100);
        Double variance = row.decimal("variance", 5_000);
        requirePossible(row, n, mean, variance);
        rows.add(
                row.line(),
                round == null ? null : round.code(),
                round != null && round.is(Round.State.PUBLISHED),
                theme(row, known),
                group,
                row.required("background", LONGEST_NAME),
                row.required("category", LONGEST_NAME),
                n,
                mean,
                variance,
                sources(row, "families", group == AboutAChild.PARENT, n),
                sources(row, "raters", group == AboutAChild.CONTACT_PEDAGOGUE, n));
    }

    private static @Nullable Round round(CsvRow row, Map<String, Round> byCode) {
        String code = row.code("round", LONGEST_CODE);
        Round round = code == null ? null : byCode.get(code);
        if (code != null && round == null) {
            row.problem("round", "surveys.problem.unknownRound", "");
        }
        if (round != null && !round.is(Round.State.CLOSED) && !round.is(Round.State.PUBLISHED)) {
            row.problem("round", "background.problem.roundNotClosed", "");
        }
        return round;
    }

    private static @Nullable String theme(CsvRow row, Set<ThemeCode> known) {
        String code = row.required("theme", LONGEST_CODE);
        if (code == null || known.stream().anyMatch(theme -> theme.value().equals(code))) {
            return code;
        }
        String codes = known.stream().map(ThemeCode::value).collect(joining(", "));
        row.problem("theme", "background.problem.unknownTheme", codes);
        return null;
    }

    private static @Nullable Integer answers(CsvRow row) {
        Integer n = row.count("n", MOST);
        if (n != null && n == 0) {
            row.problem("n", "background.problem.nobody", "");
            return null;
        }
        return n;
    }

    /** The variance is largest when everybody stands at one of the two ends of the scale. */
    private static void requirePossible(
            CsvRow row, @Nullable Integer n, @Nullable Double mean, @Nullable Double variance) {
        if (n != null && mean != null && variance != null && variance > Remainder.mostVariance(n, mean) + 1e-6) {
            row.problem("variance", "background.problem.impossibleVariance", "");
        }
    }

    /** How many families or contact pedagogues are behind the answers: required of the group that has them. */
    private static @Nullable Integer sources(CsvRow row, String column, boolean ofThisGroup, @Nullable Integer n) {
        if (!ofThisGroup) {
            if (!row.text(column).isEmpty()) {
                row.problem(column, "background.problem.otherGroupsColumn", "");
            }
            return 0;
        }
        Integer sources = row.count(column, MOST);
        if (sources != null && n != null && (sources == 0 || sources > n)) {
            row.problem(column, "background.problem.sourcesBeyondAnswers", "1–" + n);
        }
        return sources;
    }

    @Override
    protected List<String> problemQueries() {
        return BackgroundProblems.QUERIES;
    }

    @Override
    protected String changesQuery() {
        return """
                with removed as (
                    select count(*) as rows from background.category c
                     where exists (select from staged s where s.round = c.round and s.grp = c.grp
                                    and s.background = c.background and not s.published)
                       and not exists (select from staged s where s.round = c.round and s.grp = c.grp
                                    and s.background = c.background and s.theme = c.theme and s.category = c.category))
                select count(*) filter (where c.round is null) as added,
                       count(*) filter (where (c.n, c.mean, c.variance, c.families, c.raters)
                                           <> (s.n, s.mean, s.variance, s.families, s.raters))
                           + (select rows from removed) as changed,
                       count(*) filter (where (c.n, c.mean, c.variance, c.families, c.raters)
                                            = (s.n, s.mean, s.variance, s.families, s.raters)) as unchanged
                  from staged s
                  left join background.category c on c.round = s.round and c.grp = s.grp
                        and c.background = s.background and c.theme = s.theme and c.category = s.category""";
    }

    @Override
    protected List<String> writes() {
        return List.of(
                """
                delete from background.category c
                 where exists (select from staged s where s.round = c.round and s.grp = c.grp
                                and s.background = c.background and not s.published)""",
                """
                insert into background.category
                       (round, grp, background, theme, category, n, mean, variance, families, raters, position)
                select round, grp, background, theme, category, n, mean, variance, families, raters,
                       min(line) over (partition by background, category)
                  from staged
                on conflict do nothing""");
    }
}
