package dk.kvalitetsbro.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The municipality's centres, each with the period its name and area are of. */
@ApplicationScoped
class CentreImport extends StagedImport {
    private static final List<String> COLUMNS =
            List.of("centre_code", "name", "area_code", "kind", "valid_from", "valid_to");

    @Inject
    CentreImport(Jdbi jdbi) {
        super(jdbi);
    }

    @Override
    public String name() {
        return "CENTRES";
    }

    @Override
    protected String staged() {
        return "code text, name text, area_code text, kind text, valid_from date, valid_to date";
    }

    @Override
    protected void read(CsvFile file, StagedRows rows, Upload upload) {
        if (file.hasExactly(COLUMNS)) {
            file.each(row -> {
                LocalDate from = row.date("valid_from");
                LocalDate to = row.optionalDate("valid_to");
                row.inOrder("valid_to", from, to);
                rows.add(
                        row.line(),
                        row.code("centre_code", AreaImport.LONGEST_CODE),
                        row.required("name", AreaImport.LONGEST_NAME),
                        row.code("area_code", AreaImport.LONGEST_CODE),
                        row.oneOf("kind", Centre.Kind.class),
                        from,
                        to);
            });
        }
    }

    @Override
    protected List<String> problemQueries() {
        return List.of(
                DatedRows.twice("centre_code"),
                DatedRows.overlapping("organisation.centre"),
                """
                select s.line, 'area_code' as "column", 'organisation.problem.unknownArea' as kind,
                       s.area_code as value, s.valid_from::text as hint
                  from staged s
                 where s.area_code is not null and s.valid_from is not null
                   and not exists (select from organisation.area a
                                    where a.code = s.area_code and a.valid_from <= s.valid_from
                                      and (a.valid_to is null or a.valid_to >= s.valid_from))
                 order by s.line""");
    }

    @Override
    protected String changesQuery() {
        return """
                select count(*) filter (where c.code is null) as added,
                       count(*) filter (where c.code is not null and different) as changed,
                       count(*) filter (where not different) as unchanged
                  from staged s
                  left join organisation.centre c on c.code = s.code and c.valid_from = s.valid_from
                  left join lateral (select (c.name, c.area_code, c.kind, c.valid_to)
                                            is distinct from (s.name, s.area_code, s.kind, s.valid_to) as different) d
                         on c.code is not null""";
    }

    @Override
    protected List<String> writes() {
        return List.of(
                """
                insert into organisation.centre as c (code, name, area_code, kind, valid_from, valid_to)
                select code, name, area_code, kind, valid_from, valid_to from staged
                on conflict (code, valid_from) do update
                   set name = excluded.name, area_code = excluded.area_code, kind = excluded.kind,
                       valid_to = excluded.valid_to
                 where (c.name, c.area_code, c.kind, c.valid_to)
                       is distinct from (excluded.name, excluded.area_code, excluded.kind, excluded.valid_to)""");
    }
}
