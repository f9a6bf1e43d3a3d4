package dk.kvalitetsbro.moodle.client;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One object of a reply, read leniently: Moodle sends flags as 1, "1" or true, leaves out fields that the token may not
 * see, and means "never" by 0.
 */
record Fields(String function, JsonObject json) {

    static Fields of(String function, JsonValue value) {
        if (value instanceof JsonObject object) {
            return new Fields(function, object);
        }
        throw unreadable(function, "an object");
    }

    /** The rows of a reply that is an array. */
    static Stream<Fields> rows(String function, JsonValue value) {
        if (value instanceof JsonArray array) {
            return array.stream().map(row -> of(function, row));
        }
        throw unreadable(function, "an array");
    }

    static <T> List<T> list(String function, JsonValue value, Function<Fields, T> row) {
        return rows(function, value).map(row).toList();
    }

    /** The rows under a name; none where the field is absent. */
    Stream<Fields> rows(String name) {
        return present(name).map(value -> rows(function, value)).orElse(Stream.empty());
    }

    /** The texts of an array under a name; none where the field is absent. */
    Stream<String> texts(String name) {
        return present(name)
                .map(value -> value instanceof JsonArray array ? array.stream() : Stream.<JsonValue>empty())
                .orElse(Stream.empty())
                .map(value -> value == JsonValue.NULL ? "" : plain(value));
    }

    Fields object(String name) {
        return of(function, present(name).orElse(JsonValue.NULL));
    }

    long number(String name) {
        return optionalNumber(name).orElseThrow(() -> unreadable(function, "a number in " + name));
    }

    Optional<Long> optionalNumber(String name) {
        return present(name).flatMap(this::toNumber);
    }

    /** The numbers of a text with commas between them; none where the text is empty. */
    List<Long> numbers(String name) {
        var sequence = present(name)
                .filter(JsonString.class::isInstance)
                .map(Fields::plain)
                .orElseThrow(() -> unreadable(function, "a sequence of numbers in " + name));
        try {
            return sequence.isEmpty()
                    ? List.of()
                    : Stream.of(sequence.split(",", -1)).map(Long::valueOf).toList();
        } catch (NumberFormatException e) {
            throw unreadable(function, "a sequence of numbers in " + name);
        }
    }

    Optional<Double> optionalDecimal(String name) {
        return present(name).filter(JsonNumber.class::isInstance).map(value -> ((JsonNumber) value).doubleValue());
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> unreadable(function, "a text in " + name));
    }

    /** Empty also for the empty text, Moodle's way of saying "not set". */
    Optional<String> optionalText(String name) {
        return present(name).map(Fields::plain).filter(text -> !text.isEmpty());
    }

    /** A single value as Moodle takes it in a form. */
    static String plain(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    boolean has(String name) {
        return json.containsKey(name);
    }

    boolean flag(String name) {
        return present(name)
                .map(value -> value == JsonValue.TRUE || toNumber(value).orElse(0L) != 0)
                .orElse(false);
    }

    /** Empty for 0 and null, Moodle's ways of saying "never". */
    Optional<Instant> time(String name) {
        return optionalNumber(name).filter(seconds -> seconds != 0).map(Instant::ofEpochSecond);
    }

    private Optional<JsonValue> present(String name) {
        return Optional.ofNullable(json.get(name)).filter(value -> value != JsonValue.NULL);
    }

    private Optional<Long> toNumber(JsonValue value) {
        try {
            if (value instanceof JsonNumber number) {
                return Optional.of(number.longValue());
            }
            return value instanceof JsonString string
                    ? Optional.of(Long.valueOf(string.getString()))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static MoodleException unreadable(String function, String expected) {
        return Effect.READS.lostReply(function + ": the reply lacks " + expected, null);
    }
}
