package dk.kvalitetsbro.demo;

import static dk.kvalitetsbro.demo.Text.requireText;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Somebody who is or was employed by the municipality.
 *
 * @param personKey the stable key that Moodle holds as idnumber
 * @param username  the name to sign in with: lower-case a-z, digits, dots
 */
public record Person(UUID personKey, String username, String name) {
    private static final Pattern LIKE_A_CPR_NUMBER = Pattern.compile("\\d{10}|\\d{6}-\\d{4}");

    public Person {
        Objects.requireNonNull(personKey, "personKey");
        requireText(name, "name");
        if (!username.matches("[a-z0-9.]+")) {
            throw new IllegalArgumentException("not a username: " + username);
        }
    }

    /** The same number gives the same key at every size. */
    static Person invented(int number, String name) {
        return new Person(key(number), username(name), name);
    }

    private static UUID key(int number) {
        for (var attempt = 0; ; attempt++) {
            var seed = "kvalitetsbro demo, person " + number + ", attempt " + attempt;
            var key = UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
            if (!LIKE_A_CPR_NUMBER.matcher(key.toString()).find()) {
                return key;
            }
        }
    }

    private static String username(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace("æ", "ae")
                .replace("ø", "oe")
                .replace("å", "aa")
                .replace(' ', '.');
    }
}
