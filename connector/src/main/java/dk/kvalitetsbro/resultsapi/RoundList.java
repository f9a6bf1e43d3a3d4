package dk.kvalitetsbro.resultsapi;

import dk.kvalitetsbro.surveys.Round;
import java.time.LocalDate;
import java.util.List;

/** Survey rounds as a program reads them, the oldest first. */
public record RoundList(List<Entry> rounds) {
    /**
     * One round.
     *
     * @param opens  the first day of answering, as planned
     * @param closes the last day of answering, as planned
     */
    public record Entry(String code, String name, LocalDate opens, LocalDate closes, Round.State state) {}

    static RoundList of(List<Round> rounds) {
        return new RoundList(rounds.stream()
                .map(round -> new Entry(round.code(), round.name(), round.opens(), round.closes(), round.state()))
                .toList());
    }
}
