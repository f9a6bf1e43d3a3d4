package dk.kvalitetsbro.launcher;

import dk.kvalitetsbro.moodle.client.MoodleClient;
import dk.kvalitetsbro.moodle.client.MoodleException;
import java.net.URI;
import java.util.Objects;

/** A Moodle to use, as MOODLE_URL and MOODLE_TOKEN name it. */
public record MoodleSite(URI url, String token) {
    public MoodleSite {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(token, "token");
    }

    /** @throws CannotStart with what is wrong, if Moodle does not answer or does not know the token */
    void check() {
        try (var moodle = MoodleClient.at(url, token).attempts(1).build()) {
            moodle.siteInfo();
        } catch (MoodleException.Unavailable e) {
            throw new CannotStart("No Moodle answers at " + url + ": correct MOODLE_URL, or try again later.", e);
        } catch (MoodleException.NotAllowed e) {
            throw new CannotStart("The Moodle at " + url + " refused the token: correct MOODLE_TOKEN.", e);
        } catch (MoodleException e) {
            throw new CannotStart("The Moodle at " + url + " can't be used: " + e.getMessage(), e);
        }
    }

    /** Never the token. */
    @Override
    public String toString() {
        return url.toString();
    }
}
