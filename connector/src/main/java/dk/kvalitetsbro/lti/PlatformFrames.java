package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.web.Frames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;

/** Active platforms may show in a frame what is made for it. */
@ApplicationScoped
public class PlatformFrames implements Frames {
    private final Platforms platforms;

    @Inject
    public PlatformFrames(Platforms platforms) {
        this.platforms = platforms;
    }

    @Override
    public Set<String> origins() {
        return platforms.all().stream()
                .filter(platform -> platform.state() == Platform.State.ACTIVE)
                .map(Platform::origin)
                .collect(Collectors.toUnmodifiableSet());
    }
}
