package dk.kvalitetsbro.outbox;

/** How a delivery ended. */
public sealed interface Outcome {
    /** It is there, now or already before. */
    record Delivered() implements Outcome {}

    /** Not now, but the same delivery may succeed later. */
    record TryLater(String reason) implements Outcome {}

    /**
     * It will fail again until somebody does something.
     *
     * @param reasonKey a key of the texts: what happened and what to do
     * @param detail    what the sentence has to name, put in for {@code {0}}
     */
    record Parked(String reasonKey, String detail) implements Outcome {}
}
