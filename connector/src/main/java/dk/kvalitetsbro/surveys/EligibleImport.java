package dk.kvalitetsbro.surveys;

import dk.kvalitetsbro.organisation.CsvFile;
import dk.kvalitetsbro.organisation.StagedImport;
import dk.kvalitetsbro.organisation.StagedRows;
import dk.kvalitetsbro.organisation.Upload;
import dk.kvalitetsbro.statistics.RespondentGroup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** How many were invited, by round, centre and group. Counts can be corrected until the round closes. */
@ApplicationScoped
class EligibleImport extends StagedImport {
    static final int LONGEST_CODE = 32;
    private static final List<String> COLUMNS = List.of("round", "centre_code", "group", "count");
    private static final int MOST = 100_000;

    private final Rounds rounds;

    @Inject
    EligibleImport(Jdbi jdbi, Rounds rounds) {
        super(jdbi);
        this.rounds = rounds;
    }

    @Override
    public String name() {
        return "ELIGIBLE";
    }

    @Override
    protected void requireReady(Upload upload) {
        rounds.holdStill();
    }

    @Override
    protected String staged() {
        return "round text, centre text, grp text, invited integer";
    }

    @Override
    protected void read(CsvFile file, StagedRows rows, Upload upload) {
        if (file.hasExactly(COLUMNS)) {
            file.each(row -> rows.add(
                    row.line(),
                    row.code("round", LONGEST_CODE),
                    row.code("centre_code", LONGEST_CODE),
                    row.oneOf("group", RespondentGroup.class),
                    row.count("count", MOST)));
        }
    }

    @Override
    protected List<String> problemQueries() {
        return List.of(TWICE, ROUND_UNKNOWN_OR_CLOSED, CENTRE_UNKNOWN_OR_CLOSED);
    }

    private static final String TWICE =
            """
            select line, 'centre_code' as "column", 'organisation.problem.twice' as kind, centre as value,
                   first::text as hint
              from (select line, centre, min(line) over (partition by round, centre, grp) as first from staged
                     where round is not null and centre is not null and grp is not null) s
             where line <> first
             order by line""";

    private static final String ROUND_UNKNOWN_OR_CLOSED =
            """
            select s.line, 'round' as "column",
                   case when r.code is null then 'surveys.problem.unknownRound' else 'surveys.problem.roundClosed' end
                       as kind,
                   s.round as value, '' as hint
              from staged s left join surveys.round r on r.code = s.round
             where s.round is not null and (r.code is null or r.state in ('CLOSED', 'PUBLISHED'))
             order by s.line""";

    private static final String CENTRE_UNKNOWN_OR_CLOSED =
            """
            with round as materialized (
                select code, opens, closes from surveys.round where code in (select round from staged)),
            here as materialized (
                select r.code as round, c.code from round r, organisation.centres_between(r.opens, r.closes) c),
            known as materialized (
                select code from organisation.centres_between('-infinity', 'infinity'))
            select s.line, 'centre_code' as "column",
                   case when k.code is null then 'organisation.problem.unknownCentre'
                        else 'surveys.problem.centreClosed' end as kind,
                   s.centre as value, r.opens || ' – ' || r.closes as hint
              from staged s
              join round r on r.code = s.round
              left join known k on k.code = s.centre
             where s.centre is not null
               and not exists (select from here h where h.round = s.round and h.code = s.centre)
             order by s.line""";

    @Override
    protected String changesQuery() {
        return """
                select count(*) filter (where e.round is null) as added,
                       count(*) filter (where e.invited <> s.invited) as changed,
                       count(*) filter (where e.invited = s.invited) as unchanged
                  from staged s
                  left join surveys.eligible e on e.round = s.round and e.grp = s.grp and e.centre = s.centre""";
    }

    @Override
    protected List<String> writes() {
        return List.of(
                """
                insert into surveys.eligible as e (round, centre, grp, invited)
                select round, centre, grp, invited from staged
                on conflict (round, grp, centre) do update set invited = excluded.invited
                 where e.invited <> excluded.invited""");
    }
}
