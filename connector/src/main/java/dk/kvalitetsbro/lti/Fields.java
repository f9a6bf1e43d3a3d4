package dk.kvalitetsbro.lti;

import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a platform sends with a form or a query. Each field comes once; more, or one too long, breaks the rule given. */
final class Fields {
    /** In bytes: a token may be {@link IdToken#LARGEST}, and there is little else in a form. */
    private static final int LARGEST_BODY = 2 * IdToken.LARGEST;

    private final Map<String, List<String>> values;
    private final Rule rule;
    private final int longest;

    private Fields(Map<String, List<String>> values, Rule rule, int longest) {
        this.values = values;
        this.rule = rule;
        this.longest = longest;
    }

    static Fields ofQuery(MultivaluedMap<String, String> query, Rule rule, int longest) {
        return new Fields(query, rule, longest);
    }

    static Fields ofForm(InputStream body, Rule rule, int longest) {
        return new Fields(parsed(read(body, rule), rule), rule, longest);
    }

    private static String read(InputStream body, Rule rule) {
        try {
            byte[] bytes = body.readNBytes(LARGEST_BODY + 1);
            if (bytes.length > LARGEST_BODY) {
                throw new LaunchRefused(Rule.TOKEN_SIZE, "a body of more than " + LARGEST_BODY + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new LaunchRefused(rule, "the body broke off");
        }
    }

    private static Map<String, List<String>> parsed(String form, Rule rule) {
        Map<String, List<String>> values = new HashMap<>();
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.computeIfAbsent(decoded(pair.substring(0, equals), rule), name -> new ArrayList<>())
                        .add(decoded(pair.substring(equals + 1), rule));
            }
        }
        return values;
    }

    private static String decoded(String text, Rule rule) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new LaunchRefused(rule, "not encoded as a form");
        }
    }

    /** @return the field, if it is there and says something */
    Optional<String> find(String name) {
        List<String> found = values.getOrDefault(name, List.of());
        if (found.size() > 1 || found.stream().anyMatch(value -> value.length() > longest)) {
            throw new LaunchRefused(rule, name + " several times or too long");
        }
        return found.stream().filter(value -> !value.isBlank()).findFirst();
    }

    String get(String name) {
        return find(name).orElseThrow(() -> new LaunchRefused(rule, "no " + name));
    }
}
