package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.web.PublicAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/**
 * Which site made the browser send this request. What a browser brings along in a link or a form, in place of a cookie,
 * counts from our own pages alone: another site could bring what was meant for another browser.
 */
@RequestScoped
class Sender {
    private final HttpServletRequest request;
    private final PublicAddress address;

    @Inject
    Sender(HttpServletRequest request, PublicAddress address) {
        this.request = request;
        this.address = address;
    }

    boolean isOneOfOurPages() {
        return header("Sec-Fetch-Site")
                .map(site -> site.equals("same-origin"))
                .or(() -> header("Origin").map(this::isOurs))
                .or(() -> header("Referer").map(this::isOurs))
                .orElse(false);
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    private boolean isOurs(String from) {
        URI here = address.of(URI.create(request.getRequestURL().toString()), "");
        String origin = here.getScheme() + "://" + here.getRawAuthority();
        return from.equals(origin) || from.startsWith(origin + "/");
    }
}
