package dk.kvalitetsbro.moodle.client;

import java.util.Objects;
import java.util.Optional;

/**
 * A person's account ({@code core_user_get_users_by_field}), with no more about the person than it takes to enrol them.
 *
 * @param idnumber  the municipality's own key for the person; Moodle does not keep it unique
 * @param suspended may not sign in, but can be enrolled all the same
 */
public record User(long id, String username, String fullname, Optional<String> idnumber, boolean suspended) {
    public User {
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(fullname, "fullname");
    }

    static User from(Fields row) {
        return new User(
                row.number("id"),
                row.optionalText("username").orElse(""),
                row.optionalText("fullname").orElse(""),
                row.optionalText("idnumber"),
                row.flag("suspended"));
    }
}
