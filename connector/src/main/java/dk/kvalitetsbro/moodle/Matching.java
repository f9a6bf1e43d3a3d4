package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.web.FreeText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The organisation's people against Moodle's accounts, by key.
 *
 * @param all whether every account of the site was looked at, or only those that have a person's key
 */
public record Matching(List<Row> rows, boolean all) {
    /** How a person and an account fit. */
    public enum Group {
        /** One account that can be used. */
        MATCHED,
        /** In the organisation, and no account has the key. */
        NO_ACCOUNT,
        /** More than one account has the key. */
        SEVERAL_ACCOUNTS,
        /** The only account may not sign in. */
        SUSPENDED,
        /** An account whose key is nobody's in the organisation today. */
        UNKNOWN_KEY,
        /** An account without a key. */
        NO_KEY
    }

    /** An account, with no more of it than is compared. */
    record Account(long id, Optional<String> key, boolean suspended) {}

    /**
     * A person, or accounts that nobody in the organisation has.
     *
     * @param name     as the organisation has it; empty for an account that is nobody's
     * @param accounts Moodle's ids
     */
    public record Row(Group group, String key, String name, List<Long> accounts) {}

    public Matching {
        rows = List.copyOf(rows);
    }

    /** @param people names by key */
    static Matching of(Map<String, String> people, Collection<Account> accounts, boolean all) {
        Map<String, List<Account>> byKey = accounts.stream()
                .filter(account -> account.key().isPresent())
                .collect(Collectors.groupingBy(account -> account.key().orElseThrow()));
        List<Row> rows = new ArrayList<>();
        people.forEach((key, name) -> rows.add(person(key, name, byKey.getOrDefault(key, List.of()))));
        if (all) {
            new TreeMap<>(byKey).forEach((key, found) -> {
                if (!people.containsKey(key)) {
                    rows.add(new Row(Group.UNKNOWN_KEY, repeatable(key), "", ids(found.stream())));
                }
            });
            ids(accounts.stream().filter(account -> account.key().isEmpty()))
                    .forEach(id -> rows.add(new Row(Group.NO_KEY, "", "", List.of(id))));
        }
        return new Matching(rows, all);
    }

    /** Where somebody put a CPR number in the field, it is not shown here as well. */
    private static String repeatable(String key) {
        return FreeText.looksLikeCpr(key) ? "…" : key;
    }

    private static Row person(String key, String name, List<Account> found) {
        return new Row(group(found), key, name, ids(found.stream()));
    }

    private static Group group(List<Account> found) {
        if (found.isEmpty()) {
            return Group.NO_ACCOUNT;
        }
        if (found.size() > 1) {
            return Group.SEVERAL_ACCOUNTS;
        }
        return found.get(0).suspended() ? Group.SUSPENDED : Group.MATCHED;
    }

    private static List<Long> ids(Stream<Account> accounts) {
        return accounts.map(Account::id).sorted().toList();
    }

    public List<Row> in(Group group) {
        return rows.stream().filter(row -> row.group() == group).toList();
    }

    /** @return how many there are in each group, in the order they are told */
    public Map<Group, Integer> counts() {
        Map<Group, Integer> counts = new LinkedHashMap<>();
        for (Group group : Group.values()) {
            counts.put(group, in(group).size());
        }
        return Collections.unmodifiableMap(counts);
    }
}
