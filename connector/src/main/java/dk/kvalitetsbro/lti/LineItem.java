package dk.kvalitetsbro.lti;

import java.net.URI;
import java.util.Optional;

/** An activity's column of grades at a platform. */
record LineItem(URI address) {
    /** @return empty for an address that is not the platform's, or not safe to ask */
    static Optional<LineItem> of(String address, Platform platform) {
        return Origin.safe(address)
                .filter(it -> Origin.same(it, platform.tokenEndpoint()))
                .map(LineItem::new);
    }

    /** @return where scores are posted: a part of the path, so that it goes before Moodle's {@code ?type_id=} */
    URI scores() {
        String whole = address.toString();
        int query = whole.indexOf('?');
        return URI.create(
                query < 0 ? whole + "/scores" : whole.substring(0, query) + "/scores" + whole.substring(query));
    }
}
