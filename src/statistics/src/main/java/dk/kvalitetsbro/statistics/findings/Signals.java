package dk.kvalitetsbro.statistics.findings;

import dk.kvalitetsbro.statistics.RespondentGroup;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The signals that hold at one centre in one round. */
final class Signals {
    private final Map<String, Map<RespondentGroup, List<Signal>>> byTheme = new HashMap<>();

    void add(Cell cell, Signal signal) {
        byTheme.computeIfAbsent(cell.theme(), theme -> new EnumMap<>(RespondentGroup.class))
                .computeIfAbsent(cell.group(), group -> new ArrayList<>())
                .add(signal);
    }

    List<Signal> of(Cell cell) {
        return byTheme.getOrDefault(cell.theme(), Map.of()).getOrDefault(cell.group(), List.of());
    }

    /** How many groups show this kind of signal on the theme. */
    long groupsShowing(String theme, SignalKind kind) {
        return byTheme.getOrDefault(theme, Map.of()).values().stream()
                .filter(signals -> signals.stream().anyMatch(signal -> signal.kind() == kind))
                .count();
    }
}
