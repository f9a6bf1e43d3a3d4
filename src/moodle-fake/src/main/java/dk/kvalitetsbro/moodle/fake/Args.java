package dk.kvalitetsbro.moodle.fake;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A function's arguments, read as strictly as Moodle does: anything amiss is {@code invalidparameter}. */
final class Args {
    private static final Pattern TAG = Pattern.compile("<(?!\\s)");

    private final Map<String, Object> values;

    private Args(Map<String, Object> values) {
        this.values = values;
    }

    static Args of(Map<String, Object> values) {
        return new Args(values);
    }

    /** The arguments of one call among several of {@code tool_mobile_call_external_functions}. */
    static Args of(JsonObject json) {
        var values = new LinkedHashMap<String, Object>();
        json.forEach((name, value) -> values.put(name, plain(value)));
        return new Args(values);
    }

    /** Refuses arguments that the function does not know. */
    Args only(String... names) {
        if (!Set.of(names).containsAll(values.keySet())) {
            throw WebServiceException.invalidParameter();
        }
        return this;
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    String text(String name) {
        return optionalText(name).orElseThrow(WebServiceException::invalidParameter);
    }

    Optional<String> optionalText(String name) {
        var value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text);
        }
        throw WebServiceException.invalidParameter();
    }

    /** Moodle's {@code PARAM_TEXT}, which refuses what looks like a tag. */
    Optional<String> optionalPlainText(String name) {
        var text = optionalText(name);
        if (text.filter(value -> TAG.matcher(value).find()).isPresent()) {
            throw WebServiceException.invalidParameter();
        }
        return text;
    }

    /** Moodle's {@code PARAM_RAW_TRIMMED}, which refuses space around it. */
    String trimmedText(String name) {
        var text = text(name);
        if (!text.equals(text.strip())) {
            throw WebServiceException.invalidParameter();
        }
        return text;
    }

    long number(String name) {
        return toNumber(text(name));
    }

    Optional<Long> optionalNumber(String name) {
        return optionalText(name).map(Args::toNumber);
    }

    /** The number, or 0 when it is absent. */
    long numberOrZero(String name) {
        return optionalNumber(name).orElse(0L);
    }

    /** PHP's idea of yes and no. */
    boolean flag(String name, boolean otherwise) {
        return optionalText(name)
                .map(text -> switch (text) {
                    case "1", "true" -> true;
                    case "0", "false", "" -> false;
                    default -> throw WebServiceException.invalidParameter();
                })
                .orElse(otherwise);
    }

    Args requiredStructure(String name) {
        return structure(name).orElseThrow(WebServiceException::invalidParameter);
    }

    /** The rows of a list of structures, at least one. */
    List<Args> rows(String name) {
        var rows = optionalRows(name);
        if (rows.isEmpty()) {
            throw WebServiceException.invalidParameter();
        }
        return rows;
    }

    List<Args> optionalRows(String name) {
        return list(name).stream().map(Args::structure).toList();
    }

    Optional<Args> structure(String name) {
        return Optional.ofNullable(values.get(name)).map(Args::structure);
    }

    /** The texts of a list, none when it is absent. */
    List<String> texts(String name) {
        return list(name).stream().map(Args::requireText).toList();
    }

    /** The numbers of a list, which must be there. */
    List<Long> numbers(String name) {
        if (!has(name)) {
            throw WebServiceException.invalidParameter();
        }
        return texts(name).stream().map(Args::toNumber).toList();
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    static long toNumber(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw WebServiceException.invalidParameter();
        }
    }

    private List<Object> list(String name) {
        var value = values.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof Map<?, ?> map) {
            return List.copyOf(map.values());
        }
        throw WebServiceException.invalidParameter();
    }

    @SuppressWarnings("unchecked") // maps in here always come from PhpVariables or plain(), with text keys
    private static Args structure(Object value) {
        if (value instanceof Map<?, ?> map) {
            return new Args((Map<String, Object>) map);
        }
        throw WebServiceException.invalidParameter();
    }

    private static String requireText(Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw WebServiceException.invalidParameter();
    }

    private static Object plain(JsonValue value) {
        var inner = new LinkedHashMap<String, Object>();
        if (value instanceof JsonObject object) {
            object.forEach((name, field) -> inner.put(name, plain(field)));
            return inner;
        }
        if (value instanceof JsonArray array) {
            array.forEach(element -> inner.put(Integer.toString(inner.size()), plain(element)));
            return inner;
        }
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
