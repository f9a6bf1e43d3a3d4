package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.moodle.client.MoodleClient;
import dk.kvalitetsbro.moodle.client.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds people's accounts in Moodle: those whose idnumber is the person's key. */
@ApplicationScoped
class AccountSearch {
    private final StaffSample sample;

    @Inject
    AccountSearch(StaffSample sample) {
        this.sample = sample;
    }

    /** @return every account of each; those who have none are missing */
    public Map<PersonKey, List<User>> find(MoodleClient client, Collection<PersonKey> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        List<String> keys = people.stream().map(PersonKey::value).distinct().toList();
        Map<PersonKey, List<User>> accounts = new HashMap<>();
        for (User user : client.users().byIdnumbers(keys)) {
            user.idnumber().map(PersonKey::new).ifPresent(key -> accounts.computeIfAbsent(
                            key, none -> new ArrayList<>())
                    .add(user));
        }
        return accounts;
    }

    /**
     * A connection that lost its right to see people finds nobody and is not told why, so that nobody is believed to be
     * without an account where nobody else has one either.
     *
     * @param others who should have an account, beside some of today's staff
     */
    public boolean isBlind(MoodleClient client, Collection<PersonKey> others) {
        Set<PersonKey> known = new HashSet<>(sample.people());
        known.addAll(others);
        return !known.isEmpty() && find(client, known).isEmpty();
    }
}
