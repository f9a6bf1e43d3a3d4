package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.access.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Registers the tool in a platform that asks for it with a link made for it here, and the platform here. */
@ApplicationScoped
class Registrations {
    private static final MediaType JSON = MediaType.get("application/json");

    private final RegistrationLinks links;
    private final PlatformCalls calls;
    private final ToolDescription tool;
    private final Platforms platforms;
    private final AuditLog audit;

    @Inject
    Registrations(
            RegistrationLinks links, PlatformCalls calls, ToolDescription tool, Platforms platforms, AuditLog audit) {
        this.links = links;
        this.calls = calls;
        this.tool = tool;
        this.platforms = platforms;
        this.audit = audit;
    }

    /** Uses the link up, whatever comes of it. @return the issuer that the link was made for */
    public Optional<String> invited(String link) {
        return links.use(link);
    }

    /**
     * @param base of the request at hand
     * @return the platform, which people may come from at once: somebody here has named it beforehand
     */
    public Platform register(String issuer, URI configuration, String token, URI base) throws NotUsable {
        if (!Origin.same(configuration, URI.create(issuer))) {
            throw new NotUsable("OTHER_HOST");
        }
        PlatformConfiguration told = PlatformConfiguration.read(read(configuration), issuer);
        Registered registered = Registered.read(post(told.registration(), token, base));
        Platform platform = platforms.register(
                new Platforms.Registration(
                        issuer,
                        registered.clientId(),
                        URI.create(issuer).getHost(),
                        told.authorization(),
                        told.token(),
                        told.keys(),
                        Optional.empty()),
                Platform.State.ACTIVE);
        platforms.addDeployment(platform.id(), registered.deployment());
        audit.addAtTheDoor(Optional.empty(), "lti.registered", issuer, registered.clientId());
        return platform;
    }

    /** @param about the issuer, where it is known */
    public void refused(String about, String reason) {
        audit.addAtTheDoor(Optional.empty(), "lti.registrationRefused", about, reason);
    }

    private String read(URI configuration) throws NotUsable {
        try {
            return calls.get(configuration);
        } catch (PlatformCalls.NoAnswer e) {
            throw new NotUsable("NO_ANSWER");
        }
    }

    private String post(URI address, String token, URI base) throws NotUsable {
        Request request = new Request.Builder()
                .url(address.toString())
                .header("Authorization", "Bearer " + token)
                .post(RequestBody.create(tool.json(base).toString(), JSON))
                .build();
        try {
            PlatformCalls.Answer answer = calls.send(request);
            if (answer.status() / 100 != 2) {
                throw new NotUsable("PLATFORM_REFUSED");
            }
            return answer.body();
        } catch (PlatformCalls.NoAnswer e) {
            throw new NotUsable("NO_ANSWER");
        }
    }
}
