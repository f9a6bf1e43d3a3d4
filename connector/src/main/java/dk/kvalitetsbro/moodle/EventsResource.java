package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.moodle.EventMessages.Outcome;
import dk.kvalitetsbro.web.BodyLimit;
import dk.kvalitetsbro.web.Denial;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.logging.Logger;

/** Where Moodle's plugin posts its events. Whoever knows the shared secret is Moodle; there is no other way to sign in. */
@RequestScoped
@Path("api/moodle/events")
public class EventsResource {
    /** In bytes: a full message has some 40,000. */
    static final int LARGEST = 1 << 20;

    private static final Logger LOG = Logger.getLogger(EventsResource.class.getName());

    private final EventSignature signature;
    private final MoodleSettings settings;
    private final EventMessages messages;
    private final Events events;

    @Inject
    public EventsResource(EventSignature signature, MoodleSettings settings, EventMessages messages, Events events) {
        this.signature = signature;
        this.settings = settings;
        this.messages = messages;
        this.events = events;
    }

    /** A message without events asks whether the connector is there and knows the secret. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @BodyLimit(LARGEST + 1) // it says so in its own words
    public void take(
            @HeaderParam("X-Kvalitetsbro-Timestamp") @DefaultValue("") String timestamp,
            @HeaderParam("X-Kvalitetsbro-Signature") @DefaultValue("") String signed,
            InputStream body) {
        if (!signature.isOn()) {
            throw new Denial(503, "moodle.events.refused.OFF");
        }
        if (timestamp.isEmpty() || signed.isEmpty()) {
            throw new Denial(403, "moodle.events.refused.UNSIGNED");
        }
        events.take(trusted(timestamp, signed, read(body)).items());
    }

    private static byte[] read(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(LARGEST + 1);
            if (bytes.length <= LARGEST) {
                return bytes;
            }
        } catch (IOException e) {
            throw new Denial(400, "moodle.events.refused.BROKEN_OFF");
        }
        throw new Denial(413, "moodle.events.refused.SIZE");
    }

    private News.Message trusted(String timestamp, String signed, byte[] body) {
        if (!signature.isGenuine(timestamp, body, signed)) {
            throw refused(403, Outcome.SIGNATURE, "");
        }
        Optional<Long> difference = signature.clockDifference(timestamp);
        if (difference.isPresent()) {
            throw refused(403, Outcome.AGE, String.valueOf(difference.get()));
        }
        News.Message message = understood(body);
        if (!settings.isSite(message.site())) {
            throw refused(422, Outcome.SITE, message.site());
        }
        return message;
    }

    private News.Message understood(byte[] body) {
        try {
            return EventReader.read(body);
        } catch (EventReader.NotUnderstood e) {
            throw refused(400, Outcome.CONTENT, String.valueOf(e.getMessage()));
        }
    }

    /** The log has one line for each trouble, and never the message. */
    private Denial refused(int status, Outcome reason, String detail) {
        if (messages.refused(reason, detail)) {
            LOG.warning("a message with events from Moodle was refused: " + reason);
        }
        return new Denial(status, "moodle.events.refused." + reason, detail, settings.url());
    }
}
