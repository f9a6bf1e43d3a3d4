package dk.kvalitetsbro.lti;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Where platforms read the tool's public keys. */
@RequestScoped
@Path("lti/keys")
public class KeysResource {
    private final ToolKeys keys;

    @Inject
    public KeysResource(ToolKeys keys) {
        this.keys = keys;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String read() {
        return keys.published().toString();
    }
}
