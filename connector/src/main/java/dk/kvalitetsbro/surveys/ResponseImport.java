package dk.kvalitetsbro.surveys;

import dk.kvalitetsbro.organisation.CsvFile;
import dk.kvalitetsbro.organisation.StagedImport;
import dk.kvalitetsbro.organisation.StagedRows;
import dk.kvalitetsbro.organisation.Upload;
import dk.kvalitetsbro.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** One group's answers to an open round. An answer once imported can't be changed by a later file. */
@ApplicationScoped
class ResponseImport extends StagedImport {
    private final Rounds rounds;
    private final Questionnaire questionnaire;

    @Inject
    ResponseImport(Jdbi jdbi, Rounds rounds, Questionnaire questionnaire) {
        super(jdbi);
        this.rounds = rounds;
        this.questionnaire = questionnaire;
    }

    @Override
    public String name() {
        return "RESPONSES";
    }

    @Override
    public boolean needsRound() {
        return true;
    }

    @Override
    public List<RoundChoice> rounds() {
        return rounds.all().stream()
                .filter(round -> round.is(Round.State.OPEN))
                .map(round -> new RoundChoice(round.code(), round.name()))
                .toList();
    }

    @Override
    protected void requireReady(Upload upload) {
        rounds.holdStill();
        boolean open = upload.round()
                .flatMap(rounds::find)
                .map(round -> round.is(Round.State.OPEN))
                .orElse(false);
        if (!open) {
            throw new Refusal("surveys.import.roundNotOpen", upload.round().orElse(""));
        }
    }

    @Override
    protected String staged() {
        return "response_id text, centre text, grp text, rater text, family text, answers smallint[]";
    }

    @Override
    protected void read(CsvFile file, StagedRows rows, Upload upload) {
        ResponseFile.of(file, questionnaire::items).ifPresent(responses -> responses.readInto(rows));
    }

    @Override
    protected List<String> problemQueries() {
        return List.of(TWICE, CENTRE_UNKNOWN_OR_CLOSED, ANSWERED_OTHERWISE_BEFORE);
    }

    private static final String TWICE =
            """
            select line, 'response_id' as "column", 'organisation.problem.twice' as kind, response_id as value,
                   first::text as hint
              from (select line, response_id, min(line) over (partition by response_id) as first from staged
                     where response_id is not null) s
             where line <> first
             order by line""";

    private static final String CENTRE_UNKNOWN_OR_CLOSED =
            """
            with round as materialized (
                select opens, closes from surveys.round where code = :round),
            here as materialized (
                select c.code from round r, organisation.centres_between(r.opens, r.closes) c),
            known as materialized (
                select code from organisation.centres_between('-infinity', 'infinity'))
            select s.line, 'centre_code' as "column",
                   case when k.code is null then 'organisation.problem.unknownCentre'
                        else 'surveys.problem.centreClosed' end as kind,
                   s.centre as value, r.opens || ' – ' || r.closes as hint
              from staged s
             cross join round r
              left join known k on k.code = s.centre
             where s.centre is not null and not exists (select from here h where h.code = s.centre)
             order by s.line""";

    private static final String ANSWERED_OTHERWISE_BEFORE =
            """
            select s.line, 'response_id' as "column", 'surveys.problem.otherAnswers' as kind,
                   s.response_id as value, '' as hint
              from staged s
              join surveys.response r on r.round = :round and r.grp = s.grp and r.response_id = s.response_id
             where (r.centre, r.rater, r.family, r.answers) is distinct from (s.centre, s.rater, s.family, s.answers)
             order by s.line""";

    @Override
    protected String changesQuery() {
        return """
                select count(*) filter (where r.round is null) as added,
                       0::bigint as changed,
                       count(r.round) as unchanged
                  from staged s
                  left join surveys.response r
                         on r.round = :round and r.grp = s.grp and r.response_id = s.response_id""";
    }

    @Override
    protected List<String> writes() {
        return List.of(
                """
                insert into surveys.response (round, grp, response_id, centre, rater, family, answers)
                select :round, grp, response_id, centre, rater, family, answers from staged
                on conflict do nothing""");
    }
}
