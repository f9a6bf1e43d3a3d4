package dk.kvalitetsbro.results;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.themes.Themes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** What a published round gives the municipality as a whole reason to talk about. */
@ApplicationScoped
public class MunicipalFindings {
    private final Jdbi jdbi;
    private final Themes themes;

    @Inject
    public MunicipalFindings(Jdbi jdbi, Themes themes) {
        this.jdbi = jdbi;
        this.themes = themes;
    }

    /**
     * Every theme of the round, in the order to talk about them.
     *
     * @return none when the round is not published, or was computed before there were municipal findings
     */
    public List<MunicipalFinding> of(String round) {
        Map<ThemeCode, Theme> byCode = themes.byCode();
        return jdbi.withHandle(handle -> StoredMunicipalVoice.ofRound(handle, round)).stream()
                .collect(groupingBy(voice -> voice.row().theme(), LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .map(theme -> finding(round, requireNonNull(byCode.get(theme.getKey())), theme.getValue()))
                .toList();
    }

    private static MunicipalFinding finding(String round, Theme theme, List<StoredMunicipalVoice> voices) {
        return new MunicipalFinding(
                round,
                theme,
                voices.get(0).row().status(),
                voices.stream().map(StoredMunicipalVoice::voice).toList(),
                voices.stream()
                        .collect(toMap(
                                (StoredMunicipalVoice voice) -> voice.row().grp(),
                                StoredMunicipalVoice::release,
                                (one, other) -> one,
                                () -> new EnumMap<>(RespondentGroup.class))));
    }
}
