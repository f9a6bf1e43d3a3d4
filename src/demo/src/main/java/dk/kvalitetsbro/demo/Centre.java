package dk.kvalitetsbro.demo;

import static dk.kvalitetsbro.demo.Text.requireText;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A day-care centre through the years.
 *
 * @param placements the areas it has belonged to, oldest first; at least one
 */
public record Centre(String code, String name, CentreKind kind, List<Placement> placements) {
    public Centre {
        requireText(code, "centre code");
        requireText(name, "centre name");
        Objects.requireNonNull(kind, "kind");
        placements = List.copyOf(placements);
        if (placements.isEmpty()) {
            throw new IllegalArgumentException("centre " + code + " belongs to no area");
        }
    }

    /** The area a centre belonged to, and when. */
    public record Placement(String areaCode, Period valid) {
        public Placement {
            requireText(areaCode, "area code");
            Objects.requireNonNull(valid, "valid");
        }
    }

    public boolean openOn(LocalDate day) {
        return placements.stream().anyMatch(placement -> placement.valid().includes(day));
    }

    LocalDate opened() {
        return placements.get(0).valid().from();
    }
}
