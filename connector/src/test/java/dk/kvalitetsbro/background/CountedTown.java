package dk.kvalitetsbro.background;

import static dk.kvalitetsbro.statistics.RespondentGroup.CHILD;
import static dk.kvalitetsbro.statistics.RespondentGroup.CONTACT_PEDAGOGUE;
import static dk.kvalitetsbro.statistics.RespondentGroup.PARENT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.FiredEvents;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.SignedIn;
import dk.kvalitetsbro.organisation.DryRun;
import dk.kvalitetsbro.organisation.ImportKind;
import dk.kvalitetsbro.organisation.Problem;
import dk.kvalitetsbro.organisation.Upload;
import dk.kvalitetsbro.results.Results;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Scale;
import dk.kvalitetsbro.surveys.Questionnaire;
import dk.kvalitetsbro.surveys.Rounds;
import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.themes.Themes;
import dk.kvalitetsbro.web.Language;
import dk.kvalitetsbro.web.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A municipality whose round 2019 is closed and counted: 400 children, 300 parents of 200 families, 30 contact pedagogues. */
final class CountedTown implements AutoCloseable {
    static final ThemeCode MAT = new ThemeCode("MAT");
    static final ThemeCode SOC = new ThemeCode("SOC");
    static final String HEADER = "round,theme,group,background,category,n,mean,variance,families,raters\n";
    static final Texts DANISH = new Texts(new Language());

    private static final Map<RespondentGroup, Scale> SCALES =
            Map.of(CHILD, Scale.SMILEY_3, CONTACT_PEDAGOGUE, Scale.FIT_4, PARENT, Scale.AGREE_5);

    private final Clock clock = Clock.fixed(Instant.parse("2019-12-01T12:00:00Z"), ZoneOffset.UTC);
    final TestDatabase database = TestDatabase.begin();
    final Rounds rounds = rounds();
    final Themes themes = new Themes(database.jdbi(), clock);
    final ImportKind sums = new BackgroundImport(database.jdbi(), rounds, themes);
    final Backgrounds backgrounds = new Backgrounds(
            database.jdbi(),
            rounds,
            new Results(database.jdbi(), rounds, new Questionnaire(database.jdbi()), themes),
            themes);

    CountedTown() {
        round("2019");
        took("2019", CHILD, 400, 0, 0, 480);
        took("2019", PARENT, 300, 200, 0, 260);
        took("2019", CONTACT_PEDAGOGUE, 400, 0, 30, 480);
        for (ThemeCode theme : List.of(MAT, SOC)) {
            whole("2019", theme, CHILD, 400, 75, 400, false);
            whole("2019", theme, PARENT, 300, 75, 400, false);
            whole("2019", theme, CONTACT_PEDAGOGUE, 400, 75, 400, false);
        }
    }

    private Rounds rounds() {
        AuditLog audit = new AuditLog(database.jdbi(), SignedIn.asAdministration(), clock);
        return new Rounds(database.jdbi(), audit, new FiredEvents<>(), new FiredEvents<>(), clock);
    }

    /** A round that is closed, with the standard thresholds. */
    void round(String code) {
        database.execute(
                """
                insert into surveys.round (code, name, opens, closes, state, closed)
                values (?, 'Kortlægning', make_date(?, 9, 1), make_date(?, 10, 1), 'CLOSED', now())""",
                code,
                Integer.parseInt(code),
                Integer.parseInt(code));
        database.execute(
                "insert into surveys.thresholds values (?, 5, 10, 0.50, 0.60, 70, 85, 20, 20, 15, 0.05, 0.95, 5, 2)",
                code);
        database.execute(
                "insert into results.round_result (round, rule_version, computed) values (?, '1', now())", code);
    }

    void publish(String code) {
        database.execute("update surveys.round set state = 'PUBLISHED' where code = ?", code);
        database.execute("update results.round_result set published = now() where round = ?", code);
    }

    /** How many of a group took part, all at one centre. */
    void took(String round, RespondentGroup group, int answered, int families, int raters, int eligible) {
        store(
                "participation",
                """
                {"round": "%s", "centre": "C1", "grp": "%s", "eligible": %d, "answered": %d, "raters": %d, "families": %d,
                 "area": "", "only_in_totals": false}"""
                        .formatted(round, group, eligible, answered, raters, families));
    }

    /** What everybody of a group answered on a theme; mean and variance in percent of maximum possible. */
    void whole(
            String round, ThemeCode theme, RespondentGroup group, int n, double mean, double variance, boolean alike) {
        Scale scale = SCALES.get(group);
        double step = (scale.max() - scale.min()) / 100.0;
        store(
                "municipal_result",
                """
                {"round": "%s", "theme": "%s", "grp": "%s", "scale": "%s", "item_set": "a b", "n": %d, "mean": %s,
                 "variance": %s, "raters": %d, "families": %d, "all_alike": %s, "withheld": %s}"""
                        .formatted(
                                round,
                                theme,
                                group,
                                scale,
                                n,
                                scale.min() + mean * step,
                                variance * step * step,
                                group == CONTACT_PEDAGOGUE ? 30 : 0,
                                group == PARENT ? 200 : 0,
                                alike,
                                alike ? "\"ALL_ANSWERED_ALIKE\"" : "null"));
    }

    private void store(String table, String row) {
        database.execute("insert into results." + table + " select * from jsonb_populate_record(null::results." + table
                + ", '" + row + "'::jsonb)");
    }

    /** Rows of the round 2019 about children and mathematics: {@code category,n,mean,variance}. */
    static String children(String background, String... rows) {
        return ofGroup("MAT", "CHILD", background, ",,", rows);
    }

    static String ofGroup(String theme, String group, String background, String end, String... rows) {
        StringBuilder text = new StringBuilder();
        for (String row : rows) {
            text.append("2019,%s,%s,%s,%s%s\n".formatted(theme, group, background, row, end));
        }
        return text.toString();
    }

    DryRun check(String rows) {
        return sums.check(upload(rows));
    }

    void importRows(String rows) {
        assertEquals(List.of(), sums.apply(upload(rows)).problems());
    }

    void assertProblem(String rows, Problem... problems) {
        assertEquals(List.of(problems), check(rows).problems());
    }

    void assertHeaderProblem(String header, Problem... problems) {
        assertEquals(List.of(problems), sums.check(file(header)).problems());
    }

    private static Upload upload(String rows) {
        return file(HEADER + rows);
    }

    private static Upload file(String text) {
        return new Upload("file.csv", Optional.empty(), text.getBytes(UTF_8));
    }

    @Override
    public void close() {
        database.close();
    }
}
