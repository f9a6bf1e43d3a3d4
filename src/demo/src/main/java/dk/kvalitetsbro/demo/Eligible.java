package dk.kvalitetsbro.demo;

import static dk.kvalitetsbro.demo.Text.requireText;

import java.util.Objects;

/**
 * How many of one group could answer in one centre and round.
 *
 * @param count children (also for contact pedagogues, who answer per child), families, pedagogues or leaders
 */
public record Eligible(int round, String centreCode, RespondentGroup group, int count) {
    public Eligible {
        requireText(centreCode, "centre code");
        Objects.requireNonNull(group, "group");
        if (count < 0) {
            throw new IllegalArgumentException("negative count: " + count);
        }
    }
}
