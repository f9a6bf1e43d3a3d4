package dk.kvalitetsbro.moodle.fake;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How a stand-in starts.
 *
 * @param port        on 127.0.0.1; 0 takes a free one
 * @param stateFolder where the state is kept from one start to the next; in memory only when absent
 * @param token       what callers of the web services must send
 * @param version     which Moodle it behaves like
 * @param plugin      whether the site has the plugin local_kvalitetsbro
 * @param timed       whether calls take the time that they took on real sites; otherwise they are as fast as they can
 */
public record Settings(
        int port, Optional<Path> stateFolder, String token, MoodleVersion version, boolean plugin, boolean timed) {
    public Settings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("Not a port: " + port);
        }
        if (token.isBlank()) {
            throw new IllegalArgumentException("The token is blank");
        }
        Objects.requireNonNull(stateFolder, "stateFolder");
        Objects.requireNonNull(version, "version");
    }

    /** A site without the plugin, as fast as it can be. */
    public Settings(int port, Optional<Path> stateFolder, String token, MoodleVersion version) {
        this(port, stateFolder, token, version, false, false);
    }

    public Settings withPlugin() {
        return new Settings(port, stateFolder, token, version, true, timed);
    }

    public Settings withVersion(MoodleVersion version) {
        return new Settings(port, stateFolder, token, version, plugin, timed);
    }

    public Settings withMeasuredTimes() {
        return new Settings(port, stateFolder, token, version, plugin, true);
    }

    /** Never the token. */
    @Override
    public String toString() {
        return "Settings[port=" + port + ", stateFolder=" + stateFolder + ", version=" + version + ", plugin=" + plugin
                + ", timed=" + timed + "]";
    }
}
