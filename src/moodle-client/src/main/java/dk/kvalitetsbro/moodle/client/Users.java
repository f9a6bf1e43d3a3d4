package dk.kvalitetsbro.moodle.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** People's accounts. */
public final class Users {
    private static final String BY_FIELD = "core_user_get_users_by_field";
    private static final String CREATE = "core_user_create_users";
    private static final int USERS_PER_CALL = 100;

    /**
     * An account to be made. Moodle makes up a password and mails it where the sign-in method needs one.
     *
     * @param auth the sign-in method, such as {@code manual}, {@code oidc} or {@code saml2}
     */
    public record NewUser(
            String username, String firstname, String lastname, String email, String idnumber, String auth) {
        public NewUser {
            Objects.requireNonNull(username, "username");
            Objects.requireNonNull(email, "email");
        }
    }

    /** What shall be different about an account; what is absent stays as it is. */
    public record UserChange(
            long id,
            Optional<String> firstname,
            Optional<String> lastname,
            Optional<String> email,
            Optional<String> idnumber,
            Optional<String> department,
            Optional<Boolean> suspended) {
        /** Nothing different yet. */
        public static UserChange of(long id) {
            return new UserChange(
                    id,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        /** The same change, and this idnumber. */
        public UserChange idnumber(String idnumber) {
            return new UserChange(id, firstname, lastname, email, Optional.of(idnumber), department, suspended);
        }

        /** The same change, and barred from signing in or no longer so. */
        public UserChange suspended(boolean suspended) {
            return new UserChange(id, firstname, lastname, email, idnumber, department, Optional.of(suspended));
        }
    }

    private final Wire wire;

    Users(Wire wire) {
        this.wire = wire;
    }

    /**
     * The accounts with one of these idnumbers, in no particular order: an unknown one gives none, one that Moodle has
     * twice gives two. All come back empty when the token lacks {@code moodle/user:viewalldetails}. 4 ms a person.
     */
    public List<User> byIdnumbers(Collection<String> idnumbers) {
        if (idnumbers.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("A blank idnumber would find everybody who has none");
        }
        return by("idnumber", idnumbers);
    }

    /** The accounts with these ids, in no particular order; deleted and unknown ones give none. */
    public List<User> byIds(Collection<Long> ids) {
        return by("id", ids.stream().map(String::valueOf).toList());
    }

    /** The accounts with these usernames; unknown ones give none. Moodle keeps usernames in small letters. */
    public List<User> byUsernames(Collection<String> usernames) {
        return by("username", usernames);
    }

    /** The account with this username, if any. */
    public Optional<User> byUsername(String username) {
        return by("username", List.of(username)).stream().findFirst();
    }

    /**
     * Makes an account and returns its id ({@code core_user_create_users}). After {@link MoodleException.Unclear} look
     * the username up before making it again.
     */
    public long create(NewUser user) {
        var params = Params.none()
                .add("users[0][username]", user.username)
                .add("users[0][firstname]", user.firstname)
                .add("users[0][lastname]", user.lastname)
                .add("users[0][email]", user.email)
                .add("users[0][idnumber]", user.idnumber)
                .add("users[0][auth]", user.auth)
                .add("users[0][createpassword]", user.auth.equals("manual"));
        return wire.created(CREATE, params).number("id");
    }

    /**
     * Changes an account ({@code core_user_update_users}). Doing it twice is doing it once.
     *
     * @throws MoodleException.Refused with Moodle's warning, which it gives in place of an error
     */
    public void update(UserChange change) {
        var params = Params.none();
        new AccountChanges().write(change, 0, params);
        wire.write(AccountChanges.NAME, params).rows("warnings").findFirst().ifPresent(warning -> {
            throw new MoodleException.Refused(
                    AccountChanges.NAME,
                    warning.optionalText("warningcode").orElse("warning"),
                    warning.optionalText("message").orElse(""));
        });
    }

    /** Changes any number of accounts and tells for each row what became of it. Safe to call again with the same rows. */
    public List<RowResult<UserChange>> update(Collection<UserChange> changes) {
        return wire.bulk(changes, AccountChanges::new);
    }

    private List<User> by(String field, Collection<String> values) {
        var parts =
                new ConcurrentLinkedQueue<>(Parts.of(values.stream().distinct().toList(), USERS_PER_CALL));
        var found = new ConcurrentHashMap<List<String>, List<User>>();
        wire.crew().workOff(() -> Optional.ofNullable(parts.poll()).map(part -> () -> {
            var params = Params.none().add("field", field);
            for (int i = 0; i < part.size(); i++) {
                params.add("values[" + i + "]", part.get(i));
            }
            found.put(part, wire.list(BY_FIELD, params, User::from));
        }));
        var all = new ArrayList<User>();
        found.values().forEach(all::addAll);
        return List.copyOf(all);
    }
}
