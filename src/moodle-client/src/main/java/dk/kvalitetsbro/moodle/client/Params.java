package dk.kvalitetsbro.moodle.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The parameters of one call, in order, named the way PHP reads them: {@code options[0][name]}.
 *
 * <p>Not safe to share between threads while it grows.
 */
public final class Params {
    private record Param(String name, String value) {}

    private final List<Param> params = new ArrayList<>();

    private Params() {}

    /** No parameters yet. */
    public static Params none() {
        return new Params();
    }

    public Params add(String name, String value) {
        params.add(new Param(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value")));
        return this;
    }

    public Params add(String name, long value) {
        return add(name, Long.toString(value));
    }

    /** Sent as 1 or 0. */
    public Params add(String name, boolean value) {
        return add(name, value ? "1" : "0");
    }

    /** Sent as whole seconds since 1970. */
    public Params add(String name, Instant value) {
        return add(name, value.getEpochSecond());
    }

    /** Sent only where there is a value. */
    Params addIfPresent(String name, Optional<String> value) {
        value.ifPresent(text -> add(name, text));
        return this;
    }

    /** How many variables PHP counts towards its {@code max_input_vars}. */
    public int size() {
        return params.size();
    }

    void forEach(BiConsumer<String, String> action) {
        params.forEach(param -> action.accept(param.name, param.value));
    }

    /** How many there are; never a value, since values are about people. */
    @Override
    public String toString() {
        return params.size() + " parameters";
    }
}
