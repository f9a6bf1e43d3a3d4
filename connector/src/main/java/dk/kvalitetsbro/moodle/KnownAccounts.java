package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.assignments.LearningPlatform.Result;
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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Moodle's ids of people, remembered for a while: finding one costs Moodle as much as telling whether a course is
 * completed. Only for reading; whoever writes asks anew.
 */
@ApplicationScoped
class KnownAccounts {
    static final Duration REMEMBERED = Duration.ofMinutes(15);

    /** How many are asked about to see whether the connection finds anybody at all. */
    private static final int WITNESSES = 10;

    private record Known(long userId, Instant until) {}

    /**
     * The accounts of some people. Who is in neither may well have one that the connection is not shown.
     *
     * @param ids       of those who have an account, and only one
     * @param obstacles why others have none that can be used
     */
    record Found(Map<PersonKey, Long> ids, Map<PersonKey, Result> obstacles) {
        Found {
            ids = Map.copyOf(ids);
            obstacles = Map.copyOf(obstacles);
        }
    }

    private final Map<PersonKey, Known> known = new ConcurrentHashMap<>();
    private final AccountSearch search;
    private final Clock clock;

    @Inject
    KnownAccounts(AccountSearch search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    public Found of(MoodleClient client, Collection<PersonKey> people) {
        Instant now = clock.instant();
        known.values().removeIf(account -> !account.until().isAfter(now));
        Set<PersonKey> unknown =
                people.stream().filter(person -> !known.containsKey(person)).collect(Collectors.toSet());
        Map<PersonKey, List<User>> found = search.find(client, unknown);
        found.forEach((person, accounts) -> {
            if (accounts.size() == 1) {
                known.put(person, new Known(accounts.get(0).id(), now.plus(REMEMBERED)));
            }
        });
        return new Found(ids(people), obstacles(client, unknown, found));
    }

    /** As {@link #of}, for people of whom Moodle just told something that does not fit what is remembered. */
    public Found anew(MoodleClient client, Collection<PersonKey> people) {
        known.keySet().removeAll(Set.copyOf(people));
        return of(client, people);
    }

    private Map<PersonKey, Long> ids(Collection<PersonKey> people) {
        Map<PersonKey, Long> ids = new HashMap<>();
        for (PersonKey person : people) {
            Known account = known.get(person);
            if (account != null) {
                ids.put(person, account.userId());
            }
        }
        return ids;
    }

    private Map<PersonKey, Result> obstacles(
            MoodleClient client, Set<PersonKey> asked, Map<PersonKey, List<User>> found) {
        Map<PersonKey, Result> obstacles = new HashMap<>();
        for (PersonKey person : asked) {
            int accounts = found.getOrDefault(person, List.of()).size();
            if (accounts != 1) {
                obstacles.put(person, accounts == 0 ? Result.ACCOUNT_GONE : Result.SEVERAL_ACCOUNTS);
            }
        }
        return obstacles.isEmpty() || !found.isEmpty() || !search.isBlind(client, witnesses()) ? obstacles : Map.of();
    }

    private List<PersonKey> witnesses() {
        return known.keySet().stream().limit(WITNESSES).toList();
    }
}
