package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.moodle.AccountSearch.KeyField;
import dk.kvalitetsbro.moodle.Matching.Account;
import dk.kvalitetsbro.moodle.client.MoodleClient;
import dk.kvalitetsbro.moodle.client.Plugin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/**
 * Compares today's people with Moodle's accounts. With the plugin every account is looked at, a thousand at a time;
 * without it, or by another field than the idnumber, only those that have somebody's key, at some 4 ms each.
 */
@ApplicationScoped
class Matcher {
    /** How it is with today's keys, and how it would be with other ones. */
    record BeforeAndAfter(Matching before, Matching after) {}

    /** @param all whether these are all of the site, or only those with somebody's key */
    private record Accounts(List<Account> accounts, boolean all) {
        Matching of(Map<String, String> people) {
            return Matching.of(people, accounts, all);
        }
    }

    private final Jdbi jdbi;
    private final Moodle moodle;
    private final Clock clock;

    @Inject
    Matcher(Jdbi jdbi, Moodle moodle, Clock clock) {
        this.jdbi = jdbi;
        this.moodle = moodle;
        this.clock = clock;
    }

    /**
     * @param field to find the key in
     * @throws dk.kvalitetsbro.moodle.client.MoodleException when Moodle can't be asked
     */
    public Matching compare(KeyField field) {
        Map<String, String> people = people();
        return accounts(field, people.keySet()).of(people);
    }

    /**
     * @param changed keys as if some were others already: the new ones by the old ones
     * @throws dk.kvalitetsbro.moodle.client.MoodleException when Moodle can't be asked
     */
    public BeforeAndAfter compare(KeyField field, Map<String, String> changed) {
        Map<String, String> before = people();
        Map<String, String> after = new LinkedHashMap<>();
        before.forEach((key, name) -> after.put(changed.getOrDefault(key, key), name));
        Set<String> either = new HashSet<>(before.keySet());
        either.addAll(after.keySet());
        Accounts accounts = accounts(field, either);
        return new BeforeAndAfter(accounts.of(before), accounts.of(after));
    }

    private Accounts accounts(KeyField field, Set<String> keys) {
        return moodle.ask(
                client -> field == KeyField.IDNUMBER && client.plugin().offered()
                        ? new Accounts(everybody(client), true)
                        : new Accounts(having(client, field, keys), false));
    }

    /** @return names of today's people by key, in alphabetical order of the names */
    private Map<String, String> people() {
        record Named(String personKey, String name) {}
        Map<String, String> people = new LinkedHashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "select distinct person_key, name from organisation.staff_on(:day) order by name, person_key")
                .bind("day", LocalDate.now(clock))
                .mapTo(Named.class)
                .forEach(named -> people.put(named.personKey(), named.name())));
        return people;
    }

    private static List<Account> everybody(MoodleClient client) {
        List<Account> accounts = new ArrayList<>();
        client.plugin().people(Plugin.Cursor.START, person -> {
            if (!person.deleted()) {
                accounts.add(
                        new Account(person.id(), person.idnumber().filter(key -> !key.isBlank()), person.suspended()));
            }
        });
        return accounts;
    }

    private static List<Account> having(MoodleClient client, KeyField field, Set<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : field.find(client, keys).stream()
                        .map(user -> new Account(user.id(), field.of(user), user.suspended()))
                        .toList();
    }
}
