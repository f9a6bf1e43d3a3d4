package dk.kvalitetsbro.lti;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import dk.kvalitetsbro.access.PageFrame;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The page of platforms: what both sides have to know of each other. */
@RequestScoped
class PlatformsView {
    static final String PATH = "moodle/lti";

    /**
     * A platform as it is shown.
     *
     * @param keysRead whether its keys are known here, pasted or read at its address not long ago
     * @param accounts how many people have come from it
     */
    public record Shown(Platform platform, boolean keysRead, List<Courses.Course> courses, int accounts) {
        public String deployments() {
            return String.join(", ", platform.deployments());
        }

        public boolean active() {
            return platform.state() == Platform.State.ACTIVE;
        }

        /** @return its values, for the form that changes them */
        public Map<String, String> typed() {
            return Map.of(
                    "name", platform.name(),
                    "deployments", deployments(),
                    "auth", platform.authEndpoint().toString(),
                    "token", platform.tokenEndpoint().toString(),
                    "jwks", platform.jwksUri().toString(),
                    "key", pastedKey());
        }

        public String pastedKey() {
            return platform.publicKey().orElse("");
        }
    }

    private final Platforms platforms;
    private final PlatformKeys platformKeys;
    private final Courses courses;
    private final Accounts accounts;
    private final ToolDescription tool;
    private final ToolKeys keys;
    private final PageFrame frame;
    private final Models models;

    @Inject
    PlatformsView(
            Platforms platforms,
            PlatformKeys platformKeys,
            Courses courses,
            Accounts accounts,
            ToolDescription tool,
            ToolKeys keys,
            PageFrame frame,
            Models models) {
        this.platforms = platforms;
        this.platformKeys = platformKeys;
        this.courses = courses;
        this.accounts = accounts;
        this.tool = tool;
        this.keys = keys;
        this.frame = frame;
        this.models = models;
    }

    /** @param typed what is to stand in the form for a new platform */
    public String show(URI base, Map<String, String> typed) {
        frame.comeBackTo(PATH);
        Map<Long, Integer> arrived = accounts.count();
        models.put(
                "platforms",
                platforms.all().stream()
                        .map(platform -> shown(platform, arrived.getOrDefault(platform.id(), 0)))
                        .toList());
        models.put("tool", tool.addresses(base));
        models.put("publicKey", pem(keys.current()));
        models.put("typed", typed);
        return "lti/platforms.xhtml";
    }

    private Shown shown(Platform platform, int arrived) {
        boolean asked = platform.state() == Platform.State.ACTIVE;
        return new Shown(platform, !asked || platformKeys.areKnown(platform), courses.of(platform.id()), arrived);
    }

    /** @return the key as Moodle's form takes it */
    static String pem(RSAKey key) {
        try {
            byte[] der = key.toRSAPublicKey().getEncoded();
            String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(der);
            return "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----";
        } catch (JOSEException e) {
            throw new IllegalStateException("the tool's key is not one", e);
        }
    }
}
