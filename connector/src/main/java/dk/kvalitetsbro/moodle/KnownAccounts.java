package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.moodle.client.MoodleClient;
import dk.kvalitetsbro.moodle.client.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Moodle's ids of people, remembered for a while: finding one costs Moodle as much as telling whether a course is
 * completed. Only for reading; whoever writes asks anew.
 */
@ApplicationScoped
class KnownAccounts {
    static final Duration REMEMBERED = Duration.ofMinutes(15);

    private record Known(long userId, Instant until) {}

    private final Map<PersonKey, Known> known = new ConcurrentHashMap<>();
    private final Clock clock;

    @Inject
    KnownAccounts(Clock clock) {
        this.clock = clock;
    }

    /** @return the ids of those who have an account, and only one */
    public Map<PersonKey, Long> ids(MoodleClient client, Collection<PersonKey> people) {
        Instant now = clock.instant();
        known.values().removeIf(account -> !account.until().isAfter(now));
        List<String> unknown = people.stream()
                .filter(person -> !known.containsKey(person))
                .map(PersonKey::value)
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            known.putAll(found(client.users().byIdnumbers(unknown), now.plus(REMEMBERED)));
        }
        Map<PersonKey, Long> ids = new HashMap<>();
        for (PersonKey person : people) {
            Known account = known.get(person);
            if (account != null) {
                ids.put(person, account.userId());
            }
        }
        return ids;
    }

    private static Map<PersonKey, Known> found(List<User> users, Instant until) {
        Map<PersonKey, Known> accounts = new HashMap<>();
        Map<PersonKey, Integer> times = new HashMap<>();
        for (User user : users) {
            user.idnumber().map(PersonKey::new).ifPresent(key -> {
                accounts.put(key, new Known(user.id(), until));
                times.merge(key, 1, Integer::sum);
            });
        }
        accounts.keySet().removeIf(key -> times.getOrDefault(key, 0) > 1);
        return accounts;
    }
}
