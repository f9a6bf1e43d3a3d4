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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Finds people's accounts in Moodle: those that have the person's key in the configured field. */
@ApplicationScoped
class AccountSearch {
    /** Which field of an account holds a person's key. */
    enum KeyField {
        IDNUMBER,
        USERNAME;

        List<User> find(MoodleClient client, Collection<String> keys) {
            return this == IDNUMBER
                    ? client.users().byIdnumbers(keys)
                    : client.users().byUsernames(keys);
        }

        Optional<String> of(User user) {
            return this == IDNUMBER ? user.idnumber() : Optional.of(user.username());
        }
    }

    private final StaffSample sample;
    private final KeyField field;

    /** @param field {@code idnumber} or {@code username} */
    @Inject
    AccountSearch(StaffSample sample, @ConfigProperty(name = "person.key") String field) {
        this.sample = sample;
        this.field = KeyField.valueOf(field.strip().toUpperCase(Locale.ROOT));
    }

    /** @return the field that holds the key by the configuration */
    public KeyField field() {
        return field;
    }

    /** @return every account of each; those who have none are missing */
    public Map<PersonKey, List<User>> find(MoodleClient client, Collection<PersonKey> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        List<String> keys = people.stream().map(PersonKey::value).distinct().toList();
        Map<PersonKey, List<User>> accounts = new HashMap<>();
        for (User user : field.find(client, keys)) {
            field.of(user).map(PersonKey::new).ifPresent(key -> accounts.computeIfAbsent(key, none -> new ArrayList<>())
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
