package dk.kvalitetsbro.moodle.fake;

import static dk.kvalitetsbro.moodle.fake.Replies.array;
import static dk.kvalitetsbro.moodle.fake.Replies.object;

import dk.kvalitetsbro.moodle.fake.Row.Completed;
import dk.kvalitetsbro.moodle.fake.Row.Enrolled;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The functions of the plugin local_kvalitetsbro, on sites that have it. */
final class PluginFunctions {
    private static final int LARGEST_PAGE = 5_000;
    private static final String VERSION = "2026010100";

    private final Site site;
    private final Tables tables;
    private final MoodleVersion version;
    private final Lookup lookup;
    private final WebServices services;

    PluginFunctions(Site site, Lookup lookup, MoodleVersion version, WebServices services) {
        this.site = site;
        this.tables = site.tables();
        this.version = version;
        this.lookup = lookup;
        this.services = services;
    }

    Map<String, WebServices.Function> all() {
        return Map.of(
                "local_kvalitetsbro_get_completions", this::completions,
                "local_kvalitetsbro_enrol_users", this::enrol,
                "local_kvalitetsbro_unenrol_users", this::unenrol,
                "local_kvalitetsbro_get_limits", this::limits);
    }

    /** Those after (since, afterid), in the order of time and id, so that a page ends where the next one begins. */
    private JsonValue completions(Args args) {
        args.only("since", "afterid", "limit");
        long since = args.number("since");
        long afterId = args.number("afterid");
        long limit = args.number("limit");
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw WebServiceException.invalidParameter();
        }
        var found = tables.completions.all().stream()
                .filter(done -> done.at() > since || (done.at() == since && done.id() > afterId))
                .sorted(Comparator.comparing(Completed::at).thenComparing(Completed::id))
                .limit(limit + 1)
                .toList();
        boolean more = found.size() > limit;
        return object().add(
                        "completions", array(more ? found.subList(0, (int) limit) : found, PluginFunctions::describe))
                .add("more", more)
                .add("now", site.now())
                .build();
    }

    private static JsonObjectBuilder describe(Completed done) {
        return object().add("id", done.id())
                .add("userid", done.userId())
                .add("courseid", done.courseId())
                .add("timecompleted", done.at());
    }

    private JsonValue enrol(Args args) {
        args.only("expected", "rows", "keepdates");
        boolean keepDates = args.flag("keepdates", true);
        var rows = complete(args);
        rows.forEach(row ->
                row.only("userid", "courseid", "roleid", "timestart", "timeend", "suspend", "reason", "duedate"));
        return each(rows, row -> enrol(row, keepDates));
    }

    /** Each row stands alone. */
    private String enrol(Args row, boolean keepDates) {
        long userId = row.number("userid");
        long courseId = row.number("courseid");
        lookup.course(courseId);
        lookup.account(userId);
        if (row.optionalNumber("roleid")
                .filter(role -> role != EnrolmentFunctions.STUDENT_ROLE)
                .isPresent()) {
            throw WebServiceException.moodle("wsusercannotassign", "The role can not be assigned");
        }
        var before = tables.enrolment(userId, courseId);
        if (before.isPresent() && keepDates) {
            return "already";
        }
        site.put(new Enrolled(
                before.map(Enrolled::id).orElseGet(tables.enrolments::nextId),
                userId,
                courseId,
                row.numberOrZero("timestart"),
                row.numberOrZero("timeend"),
                row.numberOrZero("suspend") != 0));
        return "done";
    }

    private JsonValue unenrol(Args args) {
        args.only("expected", "rows");
        var rows = complete(args);
        rows.forEach(row -> row.only("userid", "courseid"));
        return each(rows, row -> {
            long userId = row.number("userid");
            long courseId = row.number("courseid");
            lookup.course(courseId);
            lookup.account(userId);
            var enrolment = tables.enrolment(userId, courseId);
            enrolment.ifPresent(site::remove);
            return enrolment.isPresent() ? "done" : "already";
        });
    }

    /** A call that PHP has cut is refused as a whole. */
    private static List<Args> complete(Args args) {
        long expected = args.number("expected");
        var rows = args.optionalRows("rows");
        if (rows.size() != expected) {
            throw WebServiceException.moodle(
                    "rowsmissing", "Of " + expected + " rows " + rows.size() + " arrived: see max_input_vars");
        }
        return rows;
    }

    private interface RowWork {
        String status(Args row);
    }

    private JsonValue each(List<Args> rows, RowWork work) {
        JsonArrayBuilder results = array();
        for (int i = 0; i < rows.size(); i++) {
            results.add(result(i, rows.get(i), work));
        }
        return object().add("results", results).build();
    }

    private JsonObjectBuilder result(int index, Args row, RowWork work) {
        var json = object().add("index", index);
        try {
            var status = site.transaction(() -> work.status(row));
            return json.add("status", status).add("errorcode", "").add("message", "");
        } catch (WebServiceException e) {
            return json.add("status", "refused").add("errorcode", e.errorCode()).add("message", e.message());
        }
    }

    private JsonValue limits(Args args) {
        args.only();
        return object().add("maxinputvars", services.maxInputVars())
                .add("pagesize", LARGEST_PAGE)
                .add("moodleversion", version.version())
                .add("pluginversion", VERSION)
                .add("now", site.now())
                .build();
    }
}
