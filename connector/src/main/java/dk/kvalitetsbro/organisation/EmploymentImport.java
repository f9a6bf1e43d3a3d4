package dk.kvalitetsbro.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** The staff with their dated employments, by the numbers of the pay system. */
@ApplicationScoped
class EmploymentImport extends StagedImport {
    private static final int LONGEST_KEY = 64;
    private static final List<String> COLUMNS = List.of(
            "person_key",
            "name",
            "employment_number",
            "centre_code",
            "job_group",
            "employed_from",
            "employed_to",
            "leave_from",
            "leave_to");
    private static final String AREA = "area_code";
    private static final Set<JobGroup> ABOVE_CENTRES =
            EnumSet.of(JobGroup.AREA_LEADER, JobGroup.POLITICIAN, JobGroup.DATA_PROTECTION_OFFICER);

    @Inject
    EmploymentImport(Jdbi jdbi) {
        super(jdbi);
    }

    @Override
    public String name() {
        return "EMPLOYMENTS";
    }

    @Override
    protected String staged() {
        return """
                person_key text, name text, number text, centre_code text, job_group text,
                employed_from date, employed_to date, leave_from date, leave_to date, area_code text""";
    }

    @Override
    protected void read(CsvFile file, StagedRows rows, Upload upload) {
        if (file.hasExactly(COLUMNS, List.of(AREA))) {
            file.each(row -> read(row, rows));
        }
    }

    private static void read(CsvRow row, StagedRows rows) {
        LocalDate employedFrom = row.date("employed_from");
        LocalDate employedTo = row.optionalDate("employed_to");
        LocalDate leaveFrom = row.optionalDate("leave_from");
        LocalDate leaveTo = row.optionalDate("leave_to");
        row.inOrder("employed_to", employedFrom, employedTo);
        row.inOrder("leave_to", leaveFrom, leaveTo);
        if (leaveTo != null && row.text("leave_from").isEmpty()) {
            row.problem("leave_from", "organisation.problem.missingValue", "");
        }
        JobGroup jobGroup = row.oneOf("job_group", JobGroup.class);
        if (jobGroup != null) {
            placed(row, jobGroup);
        }
        rows.add(
                row.line(),
                row.code("person_key", LONGEST_KEY),
                row.required("name", AreaImport.LONGEST_NAME),
                row.code("employment_number", LONGEST_KEY),
                row.optionalCode("centre_code", AreaImport.LONGEST_CODE),
                jobGroup,
                employedFrom,
                employedTo,
                leaveFrom,
                leaveTo,
                row.optionalCode(AREA, AreaImport.LONGEST_CODE));
    }

    /** An area leader has an area, a board member a centre; who is above centres has none. */
    private static void placed(CsvRow row, JobGroup jobGroup) {
        boolean leadsArea = jobGroup == JobGroup.AREA_LEADER;
        if (leadsArea && row.text(AREA).isEmpty()) {
            row.problem(AREA, "organisation.problem.missingValue", "");
        }
        if (!leadsArea && !row.text(AREA).isEmpty()) {
            row.problem(AREA, "organisation.problem.notForJobGroup", jobGroup.name());
        }
        if (jobGroup == JobGroup.BOARD && row.text("centre_code").isEmpty()) {
            row.problem("centre_code", "organisation.problem.missingValue", "");
        }
        if (ABOVE_CENTRES.contains(jobGroup) && !row.text("centre_code").isEmpty()) {
            row.problem("centre_code", "organisation.problem.notForJobGroup", jobGroup.name());
        }
    }

    @Override
    protected List<String> problemQueries() {
        return List.of(
                """
                select line, 'employment_number' as "column", 'organisation.problem.twice' as kind, number as value,
                       first::text as hint
                  from (select line, number, min(line) over (partition by number) as first from staged
                         where number is not null) s
                 where line <> first
                 order by line""",
                """
                select s.line, 'centre_code' as "column", 'organisation.problem.unknownCentre' as kind,
                       s.centre_code as value, '' as hint
                  from staged s
                 where s.centre_code is not null
                   and not exists (select from organisation.centre c where c.code = s.centre_code)
                 order by s.line""",
                """
                select s.line, 'area_code' as "column", 'organisation.problem.unknownArea' as kind,
                       s.area_code as value, s.employed_from::text as hint
                  from staged s
                 where s.area_code is not null and s.employed_from is not null
                   and not exists (select from organisation.area a
                                    where a.code = s.area_code and a.valid_from <= s.employed_from
                                      and (a.valid_to is null or a.valid_to >= s.employed_from))
                 order by s.line""",
                """
                select line, 'name' as "column", 'organisation.problem.twoNames' as kind, name as value, other as hint
                  from (select line, name, first_value(name) over (partition by person_key order by line) as other
                          from staged where person_key is not null and name is not null) s
                 where name <> other
                 order by line""",
                """
                select s.line, 'employment_number' as "column", 'organisation.problem.othersEmployment' as kind,
                       s.number as value, e.person_key as hint
                  from staged s join organisation.employment e on e.number = s.number and e.person_key <> s.person_key
                 order by s.line""");
    }

    @Override
    protected String changesQuery() {
        return """
                select count(*) filter (where e.number is null) as added,
                       count(*) filter (where e.number is not null and different) as changed,
                       count(*) filter (where not different) as unchanged
                  from staged s
                  left join (organisation.employment e join organisation.person p on p.key = e.person_key)
                         on e.number = s.number
                  left join lateral (select
                       (p.name, e.centre_code, e.job_group, e.employed_from, e.employed_to, e.leave_from, e.leave_to,
                        e.area_code)
                       is distinct from
                       (s.name, s.centre_code, s.job_group, s.employed_from, s.employed_to, s.leave_from, s.leave_to,
                        s.area_code)
                       as different) d
                         on e.number is not null""";
    }

    @Override
    protected List<String> writes() {
        return List.of(
                """
                insert into organisation.person as p (key, name)
                select distinct person_key, name from staged
                on conflict (key) do update set name = excluded.name where p.name <> excluded.name""",
                """
                insert into organisation.employment as e (number, person_key, centre_code, job_group, employed_from,
                                                          employed_to, leave_from, leave_to, area_code)
                select number, person_key, centre_code, job_group, employed_from, employed_to, leave_from, leave_to,
                       area_code
                  from staged
                on conflict (number) do update
                   set centre_code = excluded.centre_code, job_group = excluded.job_group,
                       employed_from = excluded.employed_from, employed_to = excluded.employed_to,
                       leave_from = excluded.leave_from, leave_to = excluded.leave_to, area_code = excluded.area_code
                 where (e.centre_code, e.job_group, e.employed_from, e.employed_to, e.leave_from, e.leave_to,
                        e.area_code)
                       is distinct from (excluded.centre_code, excluded.job_group, excluded.employed_from,
                                         excluded.employed_to, excluded.leave_from, excluded.leave_to,
                                         excluded.area_code)""");
    }
}
