package dk.kvalitetsbro.moodle.fake;

import static dk.kvalitetsbro.moodle.fake.Replies.array;
import static dk.kvalitetsbro.moodle.fake.Replies.object;

import dk.kvalitetsbro.moodle.fake.Row.Account;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code core_user_get_users_by_field} and {@code core_user_get_users}. Whoever may not see the field that was searched
 * finds nobody.
 */
final class UserFunctions {
    private static final Set<String> SEARCHABLE =
            Set.of("id", "idnumber", "username", "email", "lastname", "firstname", "auth");

    private final Tables tables;
    private final People people;

    UserFunctions(Site site, People people) {
        this.tables = site.tables();
        this.people = people;
    }

    Map<String, WebServices.Function> all() {
        return Map.of("core_user_get_users_by_field", this::usersByField, "core_user_get_users", this::users);
    }

    /** By id whatever the order of the values, each account once, and nothing for an unknown value. */
    private JsonValue usersByField(Args args) {
        var field = args.only("field", "values").text("field");
        if (!args.has("values")) {
            throw WebServiceException.invalidParameter();
        }
        var found = new TreeMap<Long, Account>();
        args.texts("values").stream()
                .flatMap(value -> find(field, value))
                .forEach(account -> found.put(account.id(), account));
        var users = array();
        found.values().stream()
                .flatMap(account -> seen(account, Set.of(field)).stream())
                .forEach(users::add);
        return users.build();
    }

    private Stream<Account> find(String field, String value) {
        return switch (field) {
            case "id" -> tables.accounts.find(Args.toNumber(value)).stream();
            case "idnumber" -> tables.accountsByIdnumber.list(value).stream();
            case "username" -> tables.accountsByUsername.first(value).stream();
            case "email" -> tables.accountsByEmail.list(Tables.lowerCase(value)).stream();
            default -> throw WebServiceException.coding("invalid field parameter");
        };
    }

    private JsonValue users(Args args) {
        var criteria = args.only("criteria").rows("criteria");
        var keys = new HashSet<String>();
        var warnings = array();
        Stream<Account> found = tables.accounts.all().stream();
        for (var criterion : criteria) {
            var key = criterion.only("key", "value").text("key");
            var value = criterion.text("value");
            if (!keys.add(key)) {
                throw WebServiceException.moodle("keyalreadyset", "error/keyalreadyset");
            }
            if (SEARCHABLE.contains(key)) {
                found = found.filter(account -> matches(account, key, value));
            } else {
                warnings.add(object().add("item", key)
                        .add("warningcode", "invalidfieldparameter")
                        .add(
                                "message",
                                "The search key '" + key
                                        + "' is not supported, look at the web service documentation"));
            }
        }
        keys.retainAll(SEARCHABLE);
        var users = array();
        found.flatMap(account -> seen(account, keys).stream()).forEach(users::add);
        return object().add("users", users).add("warnings", warnings).build();
    }

    /** Names and addresses may have % in them for anything and _ for any character. */
    private static boolean matches(Account account, String key, String value) {
        return switch (key) {
            case "id" -> account.id() == Args.toNumber(value);
            case "idnumber" -> account.idnumber().equals(value);
            case "username" -> account.username().equals(value);
            case "email" -> like(value).matcher(account.email()).matches();
            case "firstname" -> like(value).matcher(account.firstname()).matches();
            case "lastname" -> like(value).matcher(account.lastname()).matches();
            default -> value.equals("manual");
        };
    }

    private static Pattern like(String value) {
        var expression = value.chars()
                .mapToObj(letter -> switch (letter) {
                    case '%' -> ".*";
                    case '_' -> ".";
                    default -> Pattern.quote(Character.toString(letter));
                })
                .collect(Collectors.joining());
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private Optional<JsonObject> seen(Account account, Set<String> searched) {
        return Optional.of(account)
                .filter(whoever -> people.areVisible())
                .map(whoever -> people.full(whoever).build())
                .filter(json -> json.keySet().containsAll(searched));
    }
}
