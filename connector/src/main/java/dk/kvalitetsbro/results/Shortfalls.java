package dk.kvalitetsbro.results;

import static java.util.Objects.requireNonNull;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.surveys.Round;
import dk.kvalitetsbro.themes.Need;
import dk.kvalitetsbro.themes.NewNeed;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.themes.ThemeCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** A round's shortfalls as needs, on which leaders decide. */
final class Shortfalls {
    private Shortfalls() {}

    static List<NewNeed> of(Handle handle, Round round, Map<ThemeCode, Theme> themes) {
        return handle.createQuery(
                        """
                        select f.centre, f.theme, array_agg(j.grp) as groups
                          from results.finding f
                          join results.judgement j on j.round = f.round and j.centre = f.centre and j.theme = f.theme
                         where f.round = :round and f.status in ('CONFIRMED', 'INDICATION')
                           and j.status in ('CONFIRMED', 'INDICATION')
                         group by f.centre, f.theme, f.position
                         order by f.centre, f.position""")
                .bind("round", round.code())
                .map((row, context) -> need(row, round, themes))
                .list();
    }

    private static NewNeed need(ResultSet row, Round round, Map<ThemeCode, Theme> themes) throws SQLException {
        CentreCode centre = new CentreCode(row.getString("centre"));
        Theme theme = requireNonNull(themes.get(new ThemeCode(row.getString("theme"))));
        List<RespondentGroup> groups = Stream.of(
                        (String[]) row.getArray("groups").getArray())
                .map(RespondentGroup::valueOf)
                .sorted()
                .toList();
        return new NewNeed(
                centre,
                theme.code(),
                Need.Source.FINDING,
                Finding.needRef(round.code(), centre.value(), theme.code().value()),
                Optional.of(round.code()),
                Wording.reason(round.name(), groups, theme));
    }
}
