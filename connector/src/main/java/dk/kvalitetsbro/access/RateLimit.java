package dk.kvalitetsbro.access;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one address may ask for no more than so often: {@code limits.NAME} times a minute. A whole municipality may come
 * from one address, so what works is not counted where somebody signs in.
 *
 * @param counts which requests
 * @param paths  below the application's root; with a slash at the end it stands for all that lies below
 */
record RateLimit(String name, Counts counts, List<String> paths) {
    enum Counts {
        EVERY,
        REFUSED
    }

    /** The first that covers a path counts. */
    private static final List<RateLimit> TABLE = List.of(
            // each leaves a row behind before anybody is known
            new RateLimit("begin", Counts.EVERY, List.of("lti/login", "log-ind/oidc")),
            new RateLimit("sign-in", Counts.REFUSED, List.of("log-ind", "log-ind/", "lti/", "api/moodle/")),
            new RateLimit("api", Counts.EVERY, List.of("api/")));

    static Stream<RateLimit> all() {
        return TABLE.stream();
    }

    static Optional<RateLimit> on(String path) {
        return all().filter(limit -> limit.paths.stream().anyMatch(covered -> covers(covered, path)))
                .findFirst();
    }

    private static boolean covers(String covered, String path) {
        return covered.endsWith("/") ? path.startsWith(covered) : path.equals(covered);
    }
}
