package dk.kvalitetsbro.moodle.client;

import java.util.Optional;

/**
 * What came back over HTTP, before anybody has judged it.
 *
 * @param date the server's clock, as the header told it
 */
record Reply(int status, Optional<String> retryAfter, Optional<String> date, byte[] body) {}
