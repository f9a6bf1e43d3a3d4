package dk.kvalitetsbro.moodle.fake;

import java.net.URI;
import java.util.Objects;

/**
 * Who hears of events.
 *
 * @param address the connector's front page; events go to {@code /api/moodle/events} below it
 * @param secret  what both sign with
 */
public record Connector(URI address, String secret) {
    public Connector {
        Objects.requireNonNull(address, "address");
        if (secret.isBlank()) {
            throw new IllegalArgumentException("The secret is blank");
        }
    }

    URI events() {
        return URI.create(address.toString().replaceFirst("/+$", "") + "/api/moodle/events");
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "Connector[address=" + address + "]";
    }
}
