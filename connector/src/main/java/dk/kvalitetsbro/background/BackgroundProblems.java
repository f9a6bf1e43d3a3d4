package dk.kvalitetsbro.background;

import java.util.List;

/** What only the whole file, and the round's results, can tell is wrong with sums by background. */
final class BackgroundProblems {
    private static final String TWICE =
            """
            select line, 'category' as "column", 'organisation.problem.twice' as kind, category as value,
                   first::text as hint
              from (select line, category, min(line) over (partition by round, grp, background, theme, category) as first
                      from staged where num_nulls(round, grp, background, theme, category) = 0) s
             where line <> first
             order by line""";

    /** With one category there is nothing to compare, and the rest is told by subtraction. */
    private static final String ONE_CATEGORY =
            """
            select min(line) as line, 'category' as "column", 'background.problem.oneCategory' as kind,
                   min(category) as value, '' as hint
              from staged where num_nulls(round, grp, background, theme, category) = 0
             group by round, grp, background, theme having count(distinct category) = 1
             order by 1""";

    private static final String NOT_ASKED =
            """
            select s.line, 'theme' as "column", 'background.problem.notAsked' as kind, s.theme as value, s.grp as hint
              from staged s
             where s.theme is not null and s.grp is not null
               and exists (select from results.municipal_total t where t.round = s.round)
               and not exists (select from results.municipal_total t
                                where t.round = s.round and t.theme = s.theme and t.grp = s.grp)
             order by s.line""";

    /** The file's sums beside the round's own, by group, background and theme; of complete rows, and each once. */
    private static final String BESIDE_THE_ROUND =
            """
            with added as (
                select s.round, s.grp, s.background, s.theme, min(s.line) as line, sum(s.n) as n,
                       sum(s.n * s.mean) as sum, sum(s.families) as families
                  from (select distinct on (round, grp, background, theme, category) * from staged
                         where num_nulls(round, grp, background, theme, category, n, mean, families) = 0
                         order by round, grp, background, theme, category, line) s
                 group by s.round, s.grp, s.background, s.theme)
            """;

    private static final String MORE_THAN_ANSWERED = BESIDE_THE_ROUND
            + """
            select a.line, 'n' as "column", 'background.problem.moreThanAnswered' as kind, a.n::text as value,
                   a.background || ', ' || a.theme as hint
              from added a join results.municipal_total t on t.round = a.round and t.theme = a.theme and t.grp = a.grp
             where a.n > t.n
             order by a.line""";

    private static final String MORE_FAMILIES = BESIDE_THE_ROUND
            + """
            select a.line, 'families' as "column", 'background.problem.moreFamilies' as kind, a.families::text as value,
                   a.background || ', ' || a.theme as hint
              from added a join results.municipal_total t on t.round = a.round and t.theme = a.theme and t.grp = a.grp
             where a.grp = 'PARENT' and a.families > t.families
             order by a.line""";

    /**
     * What is left for those without a category has to lie on the scale. Means may be rounded to whole numbers: half a
     * point for each answer is forgiven.
     */
    private static final String DOES_NOT_FIT = BESIDE_THE_ROUND
            + """
            select a.line, 'mean' as "column", 'background.problem.doesNotFit' as kind,
                   round((a.sum / a.n)::numeric, 1)::text as value, a.background || ', ' || a.theme as hint
              from added a join results.municipal_total t on t.round = a.round and t.theme = a.theme and t.grp = a.grp
             where a.n <= t.n
               and (t.n * t.mean - a.sum < -0.5 * a.n or t.n * t.mean - a.sum > 100 * (t.n - a.n) + 0.5 * a.n)
             order by a.line""";

    private static final String SHOWN_ALREADY =
            """
            select s.line, 'category' as "column", 'background.problem.shownAlready' as kind, s.category as value,
                   '' as hint
              from staged s
             where s.published
               and exists (select from background.category c
                            where c.round = s.round and c.grp = s.grp and c.background = s.background)
               and not exists (select from background.category c
                                where (c.round, c.grp, c.background, c.theme, c.category, c.n, c.mean, c.variance,
                                       c.families, c.raters)
                                    = (s.round, s.grp, s.background, s.theme, s.category, s.n, s.mean, s.variance,
                                       s.families, s.raters))
             order by s.line""";

    static final List<String> QUERIES =
            List.of(TWICE, ONE_CATEGORY, NOT_ASKED, MORE_THAN_ANSWERED, MORE_FAMILIES, DOES_NOT_FIT, SHOWN_ALREADY);

    private BackgroundProblems() {}
}
