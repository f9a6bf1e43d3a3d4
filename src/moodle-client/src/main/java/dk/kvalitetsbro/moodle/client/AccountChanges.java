package dk.kvalitetsbro.moodle.client;

import dk.kvalitetsbro.moodle.client.Users.UserChange;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Moodle's function for changing accounts: each row stands alone, and those it refuses come back as warnings. */
final class AccountChanges implements BulkFunction<UserChange> {
    static final String NAME = "core_user_update_users";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Object key(UserChange row) {
        return row.id();
    }

    @Override
    public long subject(UserChange row) {
        return row.id();
    }

    /** The right is asked for once, for the whole site. */
    @Override
    public long group(UserChange row) {
        return 0;
    }

    @Override
    public void write(UserChange row, int index, Params params) {
        var prefix = "users[" + index + "]";
        params.add(prefix + "[id]", row.id())
                .addIfPresent(prefix + "[firstname]", row.firstname())
                .addIfPresent(prefix + "[lastname]", row.lastname())
                .addIfPresent(prefix + "[email]", row.email())
                .addIfPresent(prefix + "[idnumber]", row.idnumber())
                .addIfPresent(prefix + "[department]", row.department());
        row.suspended().ifPresent(suspended -> params.add(prefix + "[suspended]", suspended));
    }

    /** Doing it twice is doing it once. */
    @Override
    public boolean looksFirst() {
        return false;
    }

    @Override
    public List<Answer<Predicate<UserChange>>> alreadySo(List<Long> groups) {
        throw new IllegalStateException("A change is sent, whatever is there");
    }

    @Override
    public List<Optional<Outcome>> outcomes(List<UserChange> rows, JsonValue reply) {
        var refused = new HashMap<Long, Outcome>();
        Fields.of(NAME, reply)
                .rows("warnings")
                .forEach(warning -> refused.putIfAbsent(
                        warning.optionalNumber("itemid").orElse(0L),
                        new Outcome.Refused(
                                warning.optionalText("warningcode").orElse("warning"),
                                warning.optionalText("message").orElse(""))));
        return rows.stream()
                .map(row -> Optional.of(refused.getOrDefault(row.id(), new Outcome.Done())))
                .toList();
    }
}
