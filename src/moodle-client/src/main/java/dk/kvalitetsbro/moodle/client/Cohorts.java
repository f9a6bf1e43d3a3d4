package dk.kvalitetsbro.moodle.client;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Groups of people across the site. */
public final class Cohorts {
    private static final String SEARCH = "core_cohort_search_cohorts";
    private static final String CREATE = "core_cohort_create_cohorts";
    private static final String DELETE = "core_cohort_delete_cohorts";
    private static final String MEMBERS = "core_cohort_get_cohort_members";

    /** A cohort of the whole site. */
    public record Cohort(long id, String name, Optional<String> idnumber, boolean visible) {
        static Cohort from(Fields row) {
            return new Cohort(
                    row.number("id"),
                    row.text("name"),
                    row.optionalText("idnumber"),
                    !row.has("visible") || row.flag("visible"));
        }
    }

    /** Somebody's membership of a cohort, wanted or to be ended. */
    public record Membership(long userId, long cohortId) {}

    private final Wire wire;

    Cohorts(Wire wire) {
        this.wire = wire;
    }

    /** The site's cohorts whose name, idnumber or description has this text ({@code core_cohort_search_cohorts}). */
    public List<Cohort> search(String text) {
        var params = Params.none()
                .add("query", text)
                .add("context[contextlevel]", "system")
                .add("context[instanceid]", 0)
                .add("limitfrom", 0)
                .add("limitnum", 0);
        return wire.object(SEARCH, params).rows("cohorts").map(Cohort::from).toList();
    }

    /** Makes a cohort of the whole site. After {@link MoodleException.Unclear} search for it before making it again. */
    public Cohort create(String name, String idnumber) {
        var params = Params.none()
                .add("cohorts[0][categorytype][type]", "system")
                .add("cohorts[0][categorytype][value]", "")
                .add("cohorts[0][name]", name)
                .add("cohorts[0][idnumber]", idnumber);
        return Cohort.from(wire.created(CREATE, params));
    }

    /** Deletes a cohort. */
    public void delete(long cohortId) {
        wire.calls().write(DELETE, Params.none().add("cohortids[0]", cohortId));
    }

    /** The ids of the cohort's members ({@code core_cohort_get_cohort_members}). */
    public List<Long> members(long cohortId) {
        return wire
                .list(MEMBERS, Params.none().add("cohortids[0]", cohortId), cohort -> cohort.texts("userids")
                        .map(Long::valueOf)
                        .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Adds any number of people and tells for each row what became of it. Safe to call again with the same rows. */
    public List<RowResult<Membership>> add(Collection<Membership> rows) {
        return wire.bulk(rows, Adding::new);
    }

    /** Removes any number of people. Safe to call again with the same rows. */
    public List<RowResult<Membership>> remove(Collection<Membership> rows) {
        return wire.bulk(rows, Removing::new);
    }

    private abstract class Memberships implements BulkFunction<Membership> {
        @Override
        public Object key(Membership row) {
            return row;
        }

        @Override
        public long subject(Membership row) {
            return row.userId;
        }

        @Override
        public long group(Membership row) {
            return row.cohortId;
        }

        /** Whether somebody is a member, for the first of the cohorts. */
        Answer<Predicate<Membership>> member(List<Long> cohorts) {
            return Answer.attempt(() -> {
                var members = new HashSet<>(members(cohorts.get(0)));
                return row -> members.contains(row.userId);
            });
        }
    }

    /** Moodle takes the good rows of a call and names the others in warnings, by nothing but their text. */
    private final class Adding extends Memberships {
        private static final String ALREADY_MEMBER = "3";
        private static final Pattern NOBODY = Pattern.compile("user id=(\\d+) not exists");
        private static final Pattern NO_COHORT = Pattern.compile("cohort id=(\\d+) not exists");

        @Override
        public String name() {
            return "core_cohort_add_cohort_members";
        }

        @Override
        public void write(Membership row, int index, Params params) {
            var prefix = "members[" + index + "]";
            params.add(prefix + "[cohorttype][type]", "id")
                    .add(prefix + "[cohorttype][value]", row.cohortId)
                    .add(prefix + "[usertype][type]", "id")
                    .add(prefix + "[usertype][value]", row.userId);
        }

        @Override
        public List<Answer<Predicate<Membership>>> alreadySo(List<Long> cohorts) {
            return List.of(member(cohorts));
        }

        @Override
        public List<Optional<Outcome>> outcomes(List<Membership> rows, JsonValue reply) {
            var nobodies = new HashSet<Long>();
            var noCohorts = new HashSet<Long>();
            for (var warning : Fields.of(name(), reply).rows("warnings").toList()) {
                var code = warning.optionalText("warningcode").orElse("");
                var text = warning.optionalText("message").orElse("");
                var nobody = NOBODY.matcher(text);
                var noCohort = NO_COHORT.matcher(text);
                if (nobody.matches()) {
                    nobodies.add(Long.valueOf(nobody.group(1)));
                } else if (noCohort.matches()) {
                    noCohorts.add(Long.valueOf(noCohort.group(1)));
                } else if (!code.equals(ALREADY_MEMBER)) {
                    throw new MoodleException.Refused(name(), "warning" + code, text);
                }
            }
            var outcomes = new ArrayList<Optional<Outcome>>();
            for (var row : rows) {
                outcomes.add(
                        Optional.of(outcome(row, nobodies.contains(row.userId), noCohorts.contains(row.cohortId))));
            }
            return outcomes;
        }

        private static Outcome outcome(Membership row, boolean nobody, boolean noCohort) {
            if (noCohort) {
                return new Outcome.Refused("invalidcohort", "Cohort " + row.cohortId + " is unknown or closed");
            }
            return nobody
                    ? new Outcome.Refused("invaliduser", "Account " + row.userId + " is unknown")
                    : new Outcome.Done();
        }
    }

    private final class Removing extends Memberships {
        @Override
        public String name() {
            return "core_cohort_delete_cohort_members";
        }

        @Override
        public void write(Membership row, int index, Params params) {
            params.add("members[" + index + "][cohortid]", row.cohortId)
                    .add("members[" + index + "][userid]", row.userId);
        }

        @Override
        public List<Answer<Predicate<Membership>>> alreadySo(List<Long> cohorts) {
            return List.of(member(cohorts).map(Predicate::negate));
        }
    }
}
