package dk.kvalitetsbro.statistics.disclosure;

import dk.kvalitetsbro.statistics.RespondentGroup;
import java.util.List;
import java.util.Objects;

/**
 * What is published together of one group in one round: how many answered, and the figures, of each centre, each area
 * and the whole municipality. Other groups and rounds are other people, and protected by themselves.
 */
public record Publication(DisclosureRule rule, RespondentGroup group, List<PublishedCentre> centres) {
    public Publication {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(group, "group");
        centres = List.copyOf(centres);
        if (centres.stream().map(PublishedCentre::code).distinct().count() < centres.size()) {
            throw new IllegalArgumentException("a centre appears twice");
        }
        if (centres.stream().anyMatch(centre -> centre.answered().group() != group)) {
            throw new IllegalArgumentException("not only " + group);
        }
    }
}
