package dk.kvalitetsbro.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The municipality's areas, each with the period its name is of. */
@ApplicationScoped
class AreaImport extends StagedImport {
    static final int LONGEST_CODE = 32;
    static final int LONGEST_NAME = 200;
    private static final List<String> COLUMNS = List.of("area_code", "name", "valid_from", "valid_to");

    @Inject
    AreaImport(Jdbi jdbi) {
        super(jdbi);
    }

    @Override
    public String name() {
        return "AREAS";
    }

    @Override
    protected String staged() {
        return "code text, name text, valid_from date, valid_to date";
    }

    @Override
    protected void read(CsvFile file, StagedRows rows, Upload upload) {
        if (file.hasExactly(COLUMNS)) {
            file.each(row -> {
                LocalDate from = row.date("valid_from");
                LocalDate to = row.optionalDate("valid_to");
                row.inOrder("valid_to", from, to);
                rows.add(row.line(), row.code("area_code", LONGEST_CODE), row.required("name", LONGEST_NAME), from, to);
            });
        }
    }

    @Override
    protected List<String> problemQueries() {
        return List.of(DatedRows.twice("area_code"), DatedRows.overlapping("organisation.area"));
    }

    @Override
    protected String changesQuery() {
        return """
                select count(*) filter (where a.code is null) as added,
                       count(*) filter (where a.code is not null and different) as changed,
                       count(*) filter (where not different) as unchanged
                  from staged s
                  left join organisation.area a on a.code = s.code and a.valid_from = s.valid_from
                  left join lateral (select (a.name, a.valid_to) is distinct from (s.name, s.valid_to) as different) d
                         on a.code is not null""";
    }

    @Override
    protected List<String> writes() {
        return List.of(
                """
                insert into organisation.area as a (code, name, valid_from, valid_to)
                select code, name, valid_from, valid_to from staged
                on conflict (code, valid_from) do update set name = excluded.name, valid_to = excluded.valid_to
                 where (a.name, a.valid_to) is distinct from (excluded.name, excluded.valid_to)""");
    }
}
