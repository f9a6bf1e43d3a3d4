package dk.kvalitetsbro.demo;

import static dk.kvalitetsbro.demo.Text.requireText;

import java.util.Objects;

/** A part of the municipality with its own manager (Danish: område). */
public record Area(String code, String name, Period valid) {
    public Area {
        requireText(code, "area code");
        requireText(name, "area name");
        Objects.requireNonNull(valid, "valid");
    }
}
