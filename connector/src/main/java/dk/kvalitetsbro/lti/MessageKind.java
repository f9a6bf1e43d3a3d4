package dk.kvalitetsbro.lti;

import jakarta.ws.rs.core.Response;
import java.net.URI;

/** What a platform may send people for: one for each message type of the standard. */
interface MessageKind {
    /** @return the standard's name */
    String type();

    /**
     * Answers a launch that is verified but for what only this kind has to hold.
     *
     * @param root the application's own root as platforms know it, ending in a slash
     * @throws LaunchRefused where it does not hold it
     */
    Response answer(Launch launch, URI root);
}
