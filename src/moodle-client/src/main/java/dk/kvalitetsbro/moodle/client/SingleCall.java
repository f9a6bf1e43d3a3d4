package dk.kvalitetsbro.moodle.client;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.function.Predicate;

/** A Moodle function that writes one row a call. */
interface SingleCall<R> {
    String name();

    Object key(R row);

    long group(R row);

    /** The call's parameters as JSON. */
    JsonObject arguments(R row);

    /** The same parameters for a form. */
    default void write(R row, Params params) {
        arguments(row).forEach((name, value) -> params.add(name, Fields.plain(value)));
    }

    Outcome outcome(R row, JsonValue reply);

    /** Whether the row may be sent again after a lost reply. */
    boolean repeatable();

    /** Asks Moodle which rows of this group are already as wanted. */
    Predicate<R> alreadySo(long group);

    /** How many such calls one request should carry. */
    int perRequest();
}
