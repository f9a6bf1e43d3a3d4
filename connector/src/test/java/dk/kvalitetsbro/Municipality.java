package dk.kvalitetsbro;

import static java.util.stream.Collectors.joining;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.access.CurrentActor;
import dk.kvalitetsbro.explanations.WorkedOut;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.results.Finding;
import dk.kvalitetsbro.results.Findings;
import dk.kvalitetsbro.results.GroupResult;
import dk.kvalitetsbro.results.MunicipalFinding;
import dk.kvalitetsbro.results.MunicipalFindings;
import dk.kvalitetsbro.results.Results;
import dk.kvalitetsbro.results.RoundResults;
import dk.kvalitetsbro.results.Trend;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Summary;
import dk.kvalitetsbro.statistics.disclosure.ProtectionGoal;
import dk.kvalitetsbro.surveys.Answers;
import dk.kvalitetsbro.surveys.Item;
import dk.kvalitetsbro.surveys.OwnQuestionnaire;
import dk.kvalitetsbro.surveys.Questionnaire;
import dk.kvalitetsbro.surveys.Round;
import dk.kvalitetsbro.surveys.RoundClosed;
import dk.kvalitetsbro.surveys.RoundPublished;
import dk.kvalitetsbro.surveys.Rounds;
import dk.kvalitetsbro.tallies.Tallies;
import dk.kvalitetsbro.themes.Need;
import dk.kvalitetsbro.themes.Needs;
import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.themes.Themes;
import dk.kvalitetsbro.web.Language;
import dk.kvalitetsbro.web.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A municipality in a database, with the services on it; answers are given in a line each, and gone at the end. */
public final class Municipality implements AutoCloseable {
    public static final ThemeCode MAT = new ThemeCode("MAT");

    private final TestDatabase database = TestDatabase.begin();
    private final Jdbi jdbi = database.jdbi();
    private final Clock clock = Clock.fixed(Instant.parse("2019-12-01T12:00:00Z"), ZoneOffset.UTC);
    private final AuditLog audit = new AuditLog(jdbi, new CurrentActor(), clock);
    private final Rounds rounds = new Rounds(jdbi, audit, new FiredEvents<>(), new FiredEvents<>(), clock);
    private final Questionnaire questionnaire = OwnQuestionnaire.loadedInto(jdbi);
    private final Themes themes = new Themes(jdbi, clock);
    private final Needs needs = new Needs(jdbi, themes, audit, new CurrentActor(), clock);
    private final RoundResults roundResults = new RoundResults(
            jdbi,
            rounds,
            new Tallies(new Answers(jdbi), questionnaire, new Organisation(jdbi), ProtectionGoal.standard()),
            themes,
            needs,
            clock);
    private int responses;

    public Municipality() {
        centre("A", "INSTITUTION");
        centre("B", "INSTITUTION");
        centre("CHILDMINDERS", "CHILDMINDING");
        for (String year : List.of("2015", "2017", "2019")) {
            LocalDate opens = LocalDate.of(Integer.parseInt(year), 9, 1);
            jdbi.useHandle(handle -> round(handle, year, opens));
        }
    }

    private static void round(Handle handle, String year, LocalDate opens) {
        handle.execute(
                """
                insert into surveys.round (code, name, opens, closes, state, closed) values (?, ?, ?, ?, 'CLOSED', now())""",
                year,
                "Kortlægning " + year,
                opens,
                opens.plusWeeks(4));
        handle.execute(
                "insert into surveys.thresholds values (?, 5, 10, 0.50, 0.60, 70, 85, 20, 20, 15, 0.05, 0.95, 5, 2)",
                year);
    }

    /** Opens one more centre in the same area. */
    public Municipality institution(String code) {
        centre(code, "INSTITUTION");
        return this;
    }

    private void centre(String code, String kind) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into organisation.centre (code, name, area_code, kind, valid_from) values (?, ?, 'N', ?, ?)",
                code,
                code,
                kind,
                LocalDate.of(2010, 1, 1)));
    }

    /** Respondents who answer one theme only, each with the same level on all its items, and each of a source of its own. */
    public Municipality answers(String round, String centre, RespondentGroup group, ThemeCode theme, int... levels) {
        return answersFrom(respondent -> "s" + respondent, round, centre, group, theme, levels);
    }

    /** The same, where it matters which contact pedagogue or family is behind which respondent. */
    public Municipality answersFrom(
            IntFunction<String> source,
            String round,
            String centre,
            RespondentGroup group,
            ThemeCode theme,
            int... levels) {
        List<Item> items = questionnaire.items(group);
        for (int respondent = 0; respondent < levels.length; respondent++) {
            int level = levels[respondent];
            short[] answers =
                    shorts(items.stream().mapToInt(item -> item.theme().equals(theme) ? raw(item, level) : 0));
            response(round, centre, group, source.apply(respondent), answers);
        }
        return invite(round, centre, group, levels.length);
    }

    private static int raw(Item item, int level) {
        return item.reversed() ? item.scale().reverse(level) : level;
    }

    /** One respondent's answers to a theme's items, exactly as given; 0 is missing. */
    public Municipality response(String round, String centre, RespondentGroup group, ThemeCode theme, int... raw) {
        List<Item> items = questionnaire.items(group);
        int[] next = {0};
        response(
                round,
                centre,
                group,
                "s" + responses,
                shorts(items.stream().mapToInt(item -> item.theme().equals(theme) ? raw[next[0]++] : 0)));
        return invite(round, centre, group, 1);
    }

    private static short[] shorts(IntStream values) {
        int[] wide = values.toArray();
        short[] narrow = new short[wide.length];
        for (int i = 0; i < wide.length; i++) {
            narrow[i] = (short) wide[i];
        }
        return narrow;
    }

    private void response(String round, String centre, RespondentGroup group, String source, short[] answers) {
        jdbi.useHandle(handle -> handle.execute(
                """
                insert into surveys.response (round, grp, response_id, centre, rater, family, answers)
                values (?, ?, ?, ?, ?, ?, ?)""",
                round,
                group.name(),
                "r" + responses++,
                centre,
                group == RespondentGroup.CONTACT_PEDAGOGUE ? source : null,
                group == RespondentGroup.PARENT ? source : null,
                answers));
    }

    /** Adds to those invited. */
    public Municipality invite(String round, String centre, RespondentGroup group, int more) {
        jdbi.useHandle(handle -> handle.execute(
                """
                insert into surveys.eligible (round, centre, grp, invited) values (?, ?, ?, ?)
                on conflict (round, centre, grp) do update set invited = surveys.eligible.invited + excluded.invited""",
                round,
                centre,
                group.name(),
                more));
        return this;
    }

    public Municipality close(String round) {
        roundResults.compute(new RoundClosed(round));
        return this;
    }

    public Municipality publish(String round) {
        jdbi.useHandle(handle -> handle.execute("update surveys.round set state = 'PUBLISHED' where code = ?", round));
        roundResults.publish(new RoundPublished(round));
        return this;
    }

    public Municipality closeAndPublish(String round) {
        return close(round).publish(round);
    }

    /** What retention does in the end. */
    public void forgetAnswers(String round) {
        jdbi.useHandle(handle -> handle.execute("delete from surveys.response where round = ?", round));
    }

    /** As it is where the municipality's figures would give away another. */
    public Municipality withholdMunicipality(String round) {
        jdbi.useHandle(handle -> handle.execute(
                "update results.municipal_result set withheld = 'TO_PROTECT_ANOTHER' where round = ?", round));
        return this;
    }

    /** As it is while a group has no frozen mean and spread. */
    public Municipality forgetBaselines() {
        jdbi.useHandle(handle -> handle.execute("delete from results.baseline"));
        return this;
    }

    /** As it was when a round was computed before subsets were kept. */
    public void forgetSubsets(String round) {
        jdbi.useHandle(handle -> handle.execute("delete from results.kept_index where round = ? and place > 0", round));
    }

    /** What is kept of the index of some of a theme's items, by their places. */
    public Summary kept(String round, String centre, RespondentGroup group, ThemeCode theme, int... items) {
        List<String> codes = questionnaire.items(group).stream()
                .filter(item -> item.theme().equals(theme))
                .map(Item::code)
                .toList();
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select results.kept_n(t, at.place) as n, results.kept_mean(t, at.place) as mean,
                               results.kept_variance(t, at.place) as variance
                          from results.theme_result t
                         cross join lateral (
                               select results.place_of(t.round, t.theme, t.grp, :items) as place) at
                         where t.round = :round and t.centre = :centre and t.grp = :group and t.theme = :theme""")
                .bind("theme", theme)
                .bind("round", round)
                .bind("centre", centre)
                .bind("group", group)
                .bind("items", IntStream.of(items).mapToObj(codes::get).sorted().collect(joining(" ")))
                .mapTo(Summary.class)
                .one());
    }

    /** How a round told of an area or, where it is empty, of the municipality: whether it said how many answered. */
    public boolean turnoutShown(String round, String area, RespondentGroup group) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select withheld is null from results.total_participation
                         where round = :round and area = :area and grp = :group""")
                .bind("round", round)
                .bind("area", area)
                .bind("group", group)
                .mapTo(Boolean.class)
                .one());
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    public Rounds rounds() {
        return rounds;
    }

    public Round round(String code) {
        return rounds.find(code).orElseThrow();
    }

    public Themes themes() {
        return themes;
    }

    public Results results() {
        return new Results(jdbi, rounds, questionnaire, themes);
    }

    public List<GroupResult> results(String centre, String round) {
        return results().ofRound(new CentreCode(centre), round);
    }

    public List<Trend> trends(String centre, ThemeCode theme) {
        return results().trends(new CentreCode(centre), theme);
    }

    public Findings findings() {
        return new Findings(jdbi, themes);
    }

    public List<Finding> findings(String centre, String round) {
        return findings().of(new CentreCode(centre), round);
    }

    public List<MunicipalFinding> municipalFindings(String round) {
        return new MunicipalFindings(jdbi, themes).of(round);
    }

    /** How a centre's finding was worked out, group by group, in Danish. */
    public List<WorkedOut.Steps> workedOut(String centre, String round, ThemeCode theme) {
        return results()
                .working(new CentreCode(centre), round, theme)
                .map(working -> new WorkedOut(new Texts(new Language()))
                        .of(
                                working,
                                results(centre, round).stream()
                                        .filter(result -> result.theme().equals(theme))
                                        .toList(),
                                rounds.thresholds(round))
                        .groups())
                .orElse(List.of());
    }

    public Municipality focusOn(ThemeCode theme, boolean focus) {
        jdbi.useHandle(handle -> handle.execute("update themes.theme set focus = ? where code = ?", focus, theme));
        return this;
    }

    public List<Need> needs(String centre) {
        return needs.of(new CentreCode(centre));
    }

    @Override
    public void close() {
        database.close();
    }

    /** Levels for so many respondents: those given, over and over. */
    public static int[] each(int respondents, int... levels) {
        return IntStream.range(0, respondents)
                .map(i -> levels[i % levels.length])
                .toArray();
    }

    /** How many rows of a table PostgreSQL counts on when it plans a query. */
    public long rowsCountedOn(String table) {
        return number("select reltuples from pg_class where oid = '" + table + "'::regclass");
    }

    public long rows(String table) {
        return number("select count(*) from " + table);
    }

    private long number(String query) {
        return jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(long.class).one());
    }
}
