package dk.kvalitetsbro.organisation;

/** What can be wrong with rows that each hold for a period: {@code code}, {@code valid_from}, {@code valid_to}. */
final class DatedRows {
    private DatedRows() {}

    /** The same code with the same first day on a later line. */
    static String twice(String codeColumn) {
        return """
                select line, '%s' as "column", 'organisation.problem.twice' as kind, code as value, first::text as hint
                  from (select line, code, min(line) over (partition by code, valid_from) as first from staged
                         where code is not null and valid_from is not null) s
                 where line <> first
                 order by line"""
                .formatted(codeColumn);
    }

    /** A period that overlaps another one of the same code, in the file or among the rows that the file leaves. */
    static String overlapping(String table) {
        return """
                with after as (
                    select line, code, valid_from, valid_to from staged
                    union all
                    select 0, t.code, t.valid_from, t.valid_to from %s t
                     where not exists (select from staged s where s.code = t.code and s.valid_from = t.valid_from))
                select s.line, 'valid_from' as "column", 'organisation.problem.overlap' as kind,
                       s.code || ' ' || s.valid_from as value,
                       min(o.valid_from || ' – ' || coalesce(o.valid_to::text, '')) as hint
                  from staged s
                  join after o on o.code = s.code and o.line < s.line and o.valid_from <> s.valid_from
                   and o.valid_from <= coalesce(s.valid_to, 'infinity')
                   and s.valid_from <= coalesce(o.valid_to, 'infinity')
                 group by s.line, s.code, s.valid_from
                 order by s.line"""
                .formatted(table);
    }
}
