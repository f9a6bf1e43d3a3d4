package dk.kvalitetsbro.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Where somebody who leaves has to go on to, because they are signed in there, too. Implemented by {@code oidc}. */
public interface WayOut {
    /** @return the page that leads there, below the application's root; empty when they came in another way */
    Optional<String> after(HttpServletRequest signOut);
}
