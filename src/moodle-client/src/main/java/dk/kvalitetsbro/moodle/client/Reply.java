package dk.kvalitetsbro.moodle.client;

import java.util.Optional;

/** What came back over HTTP, before anybody has judged it. */
record Reply(int status, Optional<String> retryAfter, byte[] body) {}
