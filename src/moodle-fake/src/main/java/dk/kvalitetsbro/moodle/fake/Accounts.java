package dk.kvalitetsbro.moodle.fake;

import dk.kvalitetsbro.moodle.fake.Change.AccountMade;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Everybody's account, found by every key that a request may name. */
final class Accounts {
    /** Beside these every site has its administrator, 2, and in the recordings an account without rights, 4. */
    static final long GUEST = 1;

    static final long WEB_SERVICE = 3;
    private static final long FIRST = 5;

    private final TreeMap<Long, AccountMade> byId = new TreeMap<>();
    private final Map<String, AccountMade> byUsername = new HashMap<>();
    private final Index<String, AccountMade> byIdnumber = new Index<>();
    private final Index<String, AccountMade> byName = new Index<>();

    void add(AccountMade account) {
        var user = account.user();
        byId.put(account.id(), account);
        byUsername.put(user.username(), account);
        byIdnumber.put(user.idnumber(), account.id(), account);
        byName.put(lowerCase(user.fullname()), account.id(), account);
    }

    long nextId() {
        return byId.isEmpty() ? FIRST : byId.lastKey() + 1;
    }

    Collection<AccountMade> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    Optional<AccountMade> byId(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<AccountMade> byUsername(String username) {
        return Optional.ofNullable(byUsername.get(username));
    }

    List<AccountMade> byIdnumber(String idnumber) {
        return byIdnumber.list(idnumber);
    }

    /** Everybody of this full name, however it is capitalised. */
    List<AccountMade> byName(String fullname) {
        return byName.list(lowerCase(fullname));
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
