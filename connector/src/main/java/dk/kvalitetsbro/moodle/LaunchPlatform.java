package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.lti.Platform;
import dk.kvalitetsbro.lti.Platforms;
import dk.kvalitetsbro.moodle.News.PlatformEnded;
import dk.kvalitetsbro.moodle.News.PlatformRegistered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Moodle as the platform that people come from with a launch, as its plugin tells of it. Nobody has to say yes here: who
 * knows the shared secret is the Moodle that the product was set up for. A platform that was closed here stays closed.
 */
@ApplicationScoped
class LaunchPlatform {
    private final Platforms platforms;
    private final AuditLog audit;

    @Inject
    LaunchPlatform(Platforms platforms, AuditLog audit) {
        this.platforms = platforms;
        this.audit = audit;
    }

    /** What is known already changes nothing, so it may be told again and again. The name here is ours to choose. */
    public void register(PlatformRegistered told) {
        Optional<Platform> known =
                platforms.find(told.registration().issuer(), told.registration().clientId());
        Platforms.Registration now = known.map(platform -> named(platform.name(), told.registration()))
                .orElse(told.registration());
        if (known.filter(platform -> isAsTold(platform, now, told.deployment())).isEmpty()) {
            Platform platform = platforms.register(now, Platform.State.ACTIVE);
            platform.deployments().stream()
                    .filter(deployment -> !deployment.equals(told.deployment()))
                    .forEach(former -> platforms.removeDeployment(platform.id(), former));
            platforms.addDeployment(platform.id(), told.deployment());
            note("lti.registered", now.issuer(), now.clientId());
        }
    }

    private static Platforms.Registration named(String name, Platforms.Registration told) {
        return new Platforms.Registration(
                told.issuer(),
                told.clientId(),
                name,
                told.authEndpoint(),
                told.tokenEndpoint(),
                told.jwksUri(),
                told.publicKey());
    }

    private static boolean isAsTold(Platform platform, Platforms.Registration told, String deployment) {
        Platforms.Registration known = new Platforms.Registration(
                platform.issuer(),
                platform.clientId(),
                platform.name(),
                platform.authEndpoint(),
                platform.tokenEndpoint(),
                platform.jwksUri(),
                platform.publicKey());
        return known.equals(told) && platform.deployments().equals(List.of(deployment));
    }

    /** The plugin's set-up was taken back. */
    public void end(PlatformEnded told) {
        platforms
                .find(told.issuer(), told.clientId())
                .filter(platform -> platform.state() == Platform.State.ACTIVE)
                .ifPresent(platform -> {
                    platforms.remove(platform.id());
                    note("lti.ended", told.issuer(), told.clientId());
                });
    }

    private void note(String action, String issuer, String clientId) {
        audit.addAtTheDoor(Optional.empty(), action, issuer, clientId);
    }
}
