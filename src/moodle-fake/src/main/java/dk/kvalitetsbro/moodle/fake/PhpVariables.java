package dk.kvalitetsbro.moodle.fake;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Form data as PHP reads it: {@code a[0][b]=c} becomes maps within maps, and what is beyond {@code max_input_vars} is
 * dropped without a word. Values are strings or maps.
 */
final class PhpVariables {
    /** What the recorded sites had; PHP keeps one more from a body. */
    static final int MAX_INPUT_VARS = 5_000;

    private PhpVariables() {}

    static Map<String, Object> ofQuery(String query, int limit) {
        return read(query, limit);
    }

    static Map<String, Object> ofBody(String body, int limit) {
        return read(body, limit + 1);
    }

    private static Map<String, Object> read(String encoded, int limit) {
        var variables = new LinkedHashMap<String, Object>();
        int start = 0;
        for (int taken = 0; taken < limit && start < encoded.length(); ) {
            int end = encoded.indexOf('&', start);
            end = end < 0 ? encoded.length() : end;
            if (end > start) {
                put(variables, encoded.substring(start, end));
                taken++;
            }
            start = end + 1;
        }
        return variables;
    }

    private static void put(Map<String, Object> variables, String pair) {
        int equals = pair.indexOf('=');
        var name = decode(equals < 0 ? pair : pair.substring(0, equals));
        var value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        int bracket = name.indexOf('[');
        var target = variables;
        var key = bracket < 0 ? name : name.substring(0, bracket);
        while (bracket >= 0) {
            int close = name.indexOf(']', bracket);
            if (close < 0) {
                break;
            }
            target = inner(target, key);
            key = name.substring(bracket + 1, close);
            key = key.isEmpty() ? Integer.toString(target.size()) : key;
            bracket = close + 1 < name.length() && name.charAt(close + 1) == '[' ? close + 1 : -1;
        }
        target.put(key, value);
    }

    @SuppressWarnings("unchecked") // every map in here was made by the line below
    private static Map<String, Object> inner(Map<String, Object> outer, String key) {
        if (!(outer.get(key) instanceof Map)) {
            outer.put(key, new LinkedHashMap<String, Object>());
        }
        return (Map<String, Object>) outer.get(key);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // PHP takes a broken escape literally
        }
    }
}
