package dk.kvalitetsbro.results;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.findings.SignalKind;
import dk.kvalitetsbro.statistics.findings.Status;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.themes.Themes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** What a published round gives a centre reason to talk about. */
@ApplicationScoped
public class Findings {
    private record Row(ThemeCode theme, Status status, ThemeVoices.Voice voice) {}

    private final Jdbi jdbi;
    private final Themes themes;

    @Inject
    public Findings(Jdbi jdbi, Themes themes) {
        this.jdbi = jdbi;
        this.themes = themes;
    }

    /**
     * Every theme of the centre in the round, in the order to talk about them.
     *
     * @return none when the round is not published, or when the centre's results are shown for its area only
     */
    public List<Finding> of(CentreCode centre, String round) {
        Map<ThemeCode, Theme> byCode = themes.byCode();
        return rows(centre, round).stream()
                .collect(groupingBy(Row::theme, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(voices -> new Finding(
                        round,
                        centre,
                        requireNonNull(byCode.get(voices.get(0).theme())),
                        voices.get(0).status(),
                        voices.stream().map(Row::voice).toList()))
                .toList();
    }

    private List<Row> rows(CentreCode centre, String round) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select f.theme, f.status, j.grp, j.status as group_status, j.gain_lost,
                               array(select s.kind from results.signal s
                                      where s.round = j.round and s.centre = j.centre and s.theme = j.theme
                                        and s.grp = j.grp) as signals
                          from results.finding f
                          join results.judgement j on j.round = f.round and j.centre = f.centre and j.theme = f.theme
                          join results.round_result r on r.round = f.round and r.published is not null
                         where f.round = :round and f.centre = :centre
                         order by f.position, array_position(:groups, j.grp)""")
                .bind("round", round)
                .bind("centre", centre)
                .bindArray("groups", String.class, groupNames())
                .map((row, context) -> row(row))
                .list());
    }

    static List<String> groupNames() {
        return Stream.of(RespondentGroup.values()).map(Enum::name).toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new ThemeCode(row.getString("theme")),
                Status.valueOf(row.getString("status")),
                new ThemeVoices.Voice(
                        RespondentGroup.valueOf(row.getString("grp")),
                        Status.valueOf(row.getString("group_status")),
                        Stream.of((String[]) row.getArray("signals").getArray())
                                .map(SignalKind::valueOf)
                                .collect(toSet()),
                        row.getBoolean("gain_lost")));
    }
}
