package dk.kvalitetsbro.moodle.fake;

import static dk.kvalitetsbro.moodle.fake.Replies.array;
import static dk.kvalitetsbro.moodle.fake.Replies.object;
import static dk.kvalitetsbro.moodle.fake.Replies.warning;

import dk.kvalitetsbro.moodle.fake.Row.Account;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code core_user_create_users}, where one bad row undoes the whole call, and {@code core_user_update_users}, where each
 * row stands alone and trouble comes back as a warning.
 */
final class AccountFunctions {
    private static final String[] FIELDS = {
        "id",
        "username",
        "auth",
        "password",
        "createpassword",
        "firstname",
        "lastname",
        "email",
        "idnumber",
        "department",
        "suspended",
        "lang",
        "city",
        "country",
        "timezone",
        "institution",
        "phone1",
        "phone2",
        "address",
        "description",
        "customfields",
        "preferences"
    };

    private record PasswordRule(String pattern, String sentence) {}

    private static final List<PasswordRule> PASSWORD_RULES = List.of(
            new PasswordRule(".{8,}", "Passwords must be at least 8 characters long."),
            new PasswordRule(".*\\d.*", "Passwords must have at least 1 digit(s)."),
            new PasswordRule(".*\\p{Ll}.*", "Passwords must have at least 1 lower case letter(s)."),
            new PasswordRule(".*\\p{Lu}.*", "Passwords must have at least 1 upper case letter(s)."),
            new PasswordRule(
                    ".*[^\\p{L}\\d].*", "The password must have at least 1 special character(s) such as *, -, or #."));

    private final Site site;
    private final Tables tables;
    private final Capabilities capabilities;

    AccountFunctions(Site site, Capabilities capabilities) {
        this.site = site;
        this.tables = site.tables();
        this.capabilities = capabilities;
    }

    Map<String, WebServices.Function> all() {
        return Map.of("core_user_create_users", this::create, "core_user_update_users", this::update);
    }

    private JsonValue create(Args args) {
        var wanted = args.only("users").rows("users");
        capabilities.require(Capability.CREATE_USERS);
        return Replies.array(wanted, this::create1).build();
    }

    private JsonObjectBuilder create1(Args row) {
        var username = row.only(FIELDS).text("username");
        var email = row.text("email");
        if (username.isBlank()
                || !username.equals(Tables.lowerCase(username))
                || row.text("firstname").isBlank()
                || row.text("lastname").isBlank()
                || tables.accountsByUsername.first(username).isPresent()
                || !email.contains("@")
                || isTaken(email)) {
            throw WebServiceException.invalidParameter();
        }
        if (!row.flag("createpassword", false)) {
            checkPassword(row.text("password"));
        }
        var account = new Account(
                tables.accounts.nextId(),
                username,
                row.text("firstname"),
                row.text("lastname"),
                email,
                row.optionalText("idnumber").orElse(""),
                row.optionalText("department").orElse(""),
                false,
                site.now());
        site.put(account);
        return object().add("id", account.id()).add("username", username);
    }

    /** Moodle sends the rules that were broken as the error's code. */
    private static void checkPassword(String password) {
        var broken = PASSWORD_RULES.stream()
                .filter(rule -> !password.matches(rule.pattern))
                .map(rule -> "<div>" + rule.sentence + "</div>")
                .collect(Collectors.joining());
        if (!broken.isEmpty()) {
            throw WebServiceException.moodle(broken, "error/" + broken);
        }
    }

    private JsonValue update(Args args) {
        var wanted = args.only("users").rows("users");
        capabilities.require(Capability.UPDATE_USERS);
        var warnings = array();
        for (var row : wanted) {
            long id = row.only(FIELDS).number("id");
            refusal(id, row).ifPresentOrElse(warnings::add, () -> site.put(changed(id, row)));
        }
        return object().add("warnings", warnings).build();
    }

    private Optional<JsonObjectBuilder> refusal(long id, Args row) {
        var account = tables.accounts.find(id);
        if (account.isEmpty()) {
            return Optional.of(warning("user", id, "invaliduserid", "Invalid user ID"));
        }
        var email = row.optionalText("email")
                .filter(other -> !other.equals(account.get().email()));
        if (email.filter(this::isTaken).isPresent()) {
            return Optional.of(warning("user", id, "useremailduplicate", "Duplicate address"));
        }
        var username = row.optionalText("username")
                .filter(other -> !other.equals(account.get().username()));
        return username.flatMap(tables.accountsByUsername::first)
                .map(other -> warning("user", id, "dmlwriteexception", "Error writing to database"));
    }

    private Account changed(long id, Args row) {
        var before = tables.accounts.find(id).orElseThrow();
        return new Account(
                id,
                row.optionalText("username").orElse(before.username()),
                row.optionalText("firstname").orElse(before.firstname()),
                row.optionalText("lastname").orElse(before.lastname()),
                row.optionalText("email").orElse(before.email()),
                row.optionalText("idnumber").orElse(before.idnumber()),
                row.optionalText("department").orElse(before.department()),
                row.flag("suspended", before.suspended()),
                site.now());
    }

    private boolean isTaken(String email) {
        return tables.accountsByEmail.count(Tables.lowerCase(email)) > 0;
    }
}
