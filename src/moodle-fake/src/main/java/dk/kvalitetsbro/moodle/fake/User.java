package dk.kvalitetsbro.moodle.fake;

import java.util.Locale;

/**
 * Somebody with an account.
 *
 * @param username unique, in lower case
 * @param idnumber the municipality's key for the person; empty when there is none
 */
public record User(String username, String firstname, String lastname, String idnumber) {
    public User {
        if (username.isBlank() || !username.equals(username.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("A username is a word in lower case");
        }
    }

    /** The last word of the name becomes the last name. */
    public static User named(String username, String fullname, String idnumber) {
        var name = fullname.strip();
        int space = name.lastIndexOf(' ');
        return space < 0
                ? new User(username, name, "", idnumber)
                : new User(username, name.substring(0, space), name.substring(space + 1), idnumber);
    }
}
