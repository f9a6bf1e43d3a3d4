package dk.kvalitetsbro.statistics.findings;

import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the rules say of one cell, and why.
 *
 * @param withheld  the reason when the cell is SUPPRESSED, else empty
 * @param shortages the reasons when there is NOT_ENOUGH_DATA, else empty
 * @param signals   that hold, shortfalls and strengths alike; empty for cells that are suppressed or lack data
 * @param grounds   the reasons of CONFIRMED or STRENGTH, else empty
 * @param gainLost  whether the group declined after a round that gave it a strength or progress
 */
public record Judgement(
        String theme,
        RespondentGroup group,
        Status status,
        Optional<WithheldReason> withheld,
        Set<Shortage> shortages,
        List<Signal> signals,
        Set<Ground> grounds,
        boolean gainLost) {

    public Judgement {
        Objects.requireNonNull(theme, "theme");
        Objects.requireNonNull(group, "group");
        shortages = Set.copyOf(shortages);
        signals = List.copyOf(signals);
        grounds = Set.copyOf(grounds);
        if (withheld.isPresent() != (status == Status.SUPPRESSED)) {
            throw new IllegalArgumentException(status + " withheld for " + withheld);
        }
        if (shortages.isEmpty() == (status == Status.NOT_ENOUGH_DATA)) {
            throw new IllegalArgumentException(status + " for shortages " + shortages);
        }
    }

    static Judgement suppressed(Cell cell, WithheldReason reason) {
        return new Judgement(
                cell.theme(),
                cell.group(),
                Status.SUPPRESSED,
                Optional.of(reason),
                Set.of(),
                List.of(),
                Set.of(),
                false);
    }

    static Judgement lackingData(Cell cell, Set<Shortage> shortages) {
        return new Judgement(
                cell.theme(),
                cell.group(),
                Status.NOT_ENOUGH_DATA,
                Optional.empty(),
                shortages,
                List.of(),
                Set.of(),
                false);
    }

    static Judgement concluded(Cell cell, Status status, List<Signal> signals, Set<Ground> grounds) {
        boolean gainLost = cell.lastRound().filter(LastRound::gained).isPresent()
                && signals.stream().anyMatch(signal -> signal.kind() == SignalKind.DECLINE);
        return new Judgement(
                cell.theme(), cell.group(), status, Optional.empty(), Set.of(), signals, grounds, gainLost);
    }

    public boolean shows(SignalKind kind) {
        return signals.stream().anyMatch(signal -> signal.kind() == kind);
    }

    public boolean showsShortfall() {
        return status == Status.CONFIRMED || status == Status.INDICATION;
    }
}
