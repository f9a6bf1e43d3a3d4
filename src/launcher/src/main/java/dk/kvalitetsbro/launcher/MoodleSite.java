package dk.kvalitetsbro.launcher;

import dk.kvalitetsbro.moodle.client.MoodleClient;
import dk.kvalitetsbro.moodle.client.MoodleException;
import dk.kvalitetsbro.moodle.client.Obstacle;
import dk.kvalitetsbro.moodle.client.Site;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A Moodle to use, as MOODLE_URL and MOODLE_TOKEN name it. */
public record MoodleSite(URI url, String token) {
    public MoodleSite {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(token, "token");
    }

    /**
     * Looks into what the token can do there.
     *
     * @return the client's report, for people to read
     * @throws CannotStart with what is wrong, if Moodle does not answer or does not take the token
     */
    String check() {
        try (var moodle = MoodleClient.at(url, token).attempts(1).build()) {
            moodle.site().info();
            return moodle.site().report(Site.FOR_ENROLLING, List.of()).toText(Locale.getDefault());
        } catch (MoodleException.Unavailable e) {
            throw new CannotStart(silence(e), e);
        } catch (MoodleException.NotAllowed e) {
            throw new CannotStart(refusal(e.obstacle()), e);
        } catch (MoodleException e) {
            throw new CannotStart("The Moodle at " + url + " can't be used: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new CannotStart("MOODLE_URL or MOODLE_TOKEN can't be one: " + e.getMessage() + ".", e);
        }
    }

    private String silence(MoodleException.Unavailable trouble) {
        return trouble.getCause() instanceof IOException
                ? "No Moodle answers at " + url + ": correct MOODLE_URL, or try again later."
                : "The Moodle at " + url + " is not available now, as in maintenance or an upgrade: try again later.";
    }

    private String refusal(Obstacle obstacle) {
        return obstacle == Obstacle.TOKEN_UNKNOWN
                ? "The Moodle at " + url + " refused the token: correct MOODLE_TOKEN."
                : "The Moodle at " + url + " can't be used. " + obstacle.remedy(Locale.getDefault());
    }

    /** Never the token. */
    @Override
    public String toString() {
        return url.toString();
    }
}
