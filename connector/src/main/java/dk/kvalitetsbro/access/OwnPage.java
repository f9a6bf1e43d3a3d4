package dk.kvalitetsbro.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page of this product that somebody may be led to because a request says so. */
public final class OwnPage {
    private static final int LONGEST = 500;

    /** What signs in or out is no page to come back to. */
    private static final String DOORS = "log-";

    private OwnPage() {}

    /**
     * @param asked what a request says, which anybody may have made up
     * @return the page, below the application's root, perhaps with a query; empty for anything else
     */
    public static Optional<String> of(@Nullable String asked) {
        if (asked == null || asked.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI page = new URI(asked);
            boolean own = !page.isAbsolute() && page.getRawAuthority() == null && Rights.isPage(page.getRawPath());
            return own && !asked.startsWith(DOORS) && page.getRawFragment() == null
                    ? Optional.of(asked)
                    : Optional.empty();
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }
}
