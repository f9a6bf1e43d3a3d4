package dk.kvalitetsbro.explanations;

import static java.util.stream.Collectors.groupingBy;

import dk.kvalitetsbro.statistics.findings.Status;
import jakarta.mvc.Models;
import java.util.List;
import java.util.Map;

/**
 * A page of findings, section by section.
 *
 * @param sections what succeeds first, what cannot be told last
 * @param holdOn   what was gained and is lost, as a warning of its own
 */
public record FindingSections(List<Section> sections, List<FindingCards.Card> holdOn) {
    /** The cards of one status, under its heading. */
    public record Section(Status status, List<FindingCards.Card> cards) {}

    private static final List<Status> IN_ORDER = List.of(
            Status.STRENGTH,
            Status.CONFIRMED,
            Status.INDICATION,
            Status.DIFFERENT_EXPERIENCES,
            Status.NO_SIGN,
            Status.NOT_ENOUGH_DATA,
            Status.SUPPRESSED);

    /** @param cards in the order to talk about them */
    public static FindingSections of(List<FindingCards.Card> cards) {
        Map<Status, List<FindingCards.Card>> byStatus =
                cards.stream().collect(groupingBy(card -> card.finding().status()));
        return new FindingSections(
                IN_ORDER.stream()
                        .filter(byStatus::containsKey)
                        .map(status -> new Section(status, byStatus.getOrDefault(status, List.of())))
                        .toList(),
                cards.stream()
                        .filter(card -> card.finding().holdOn().isPresent())
                        .toList());
    }

    public void putInto(Models models) {
        models.put("sections", sections);
        models.put("holdOn", holdOn);
        models.put("holdOnBefore", afterStrengths());
    }

    /** The warning stands after what succeeds, before the shortfalls that it is about. */
    private Status afterStrengths() {
        return sections.stream()
                .map(Section::status)
                .filter(status -> status != Status.STRENGTH)
                .findFirst()
                .orElse(Status.SUPPRESSED);
    }
}
