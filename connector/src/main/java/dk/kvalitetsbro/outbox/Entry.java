package dk.kvalitetsbro.outbox;

/**
 * One thing to deliver.
 *
 * @param kind     whose delivery it is
 * @param key      unique within the kind; adding the same key again changes nothing
 * @param payload  what the deliverer needs, in its own form
 * @param attempts deliveries tried so far
 */
public record Entry(long id, String kind, String key, String payload, int attempts) {}
