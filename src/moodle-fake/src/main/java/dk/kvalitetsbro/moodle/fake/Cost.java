package dk.kvalitetsbro.moodle.fake;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * The time that a call takes, as measured on the recorded sites: so much for the call and so much for each row it writes
 * or returns. Rows that were rolled back cost the same up to the bad one. Two calls run at full speed, the others wait
 * for one of the two cores.
 */
final class Cost {
    private static final int CORES = 2;
    private static final Price OTHERS = new Price(22, 5.5);

    /** The shorter form of a list of people costs a tenth of the longer one. */
    private static final double BRIEF = 0.39;

    private static final Map<String, Price> PRICES = Map.ofEntries(
            Map.entry("core_webservice_get_site_info", new Price(24, 0)),
            Map.entry("core_course_get_courses", new Price(22, 1.5)),
            Map.entry("core_course_get_courses_by_field", new Price(37, 2.8)),
            Map.entry("core_course_get_categories", new Price(18, 0.5)),
            Map.entry("core_user_get_users_by_field", new Price(22, 4.1)),
            Map.entry("core_user_get_users", new Price(22, 4.1)),
            Map.entry("core_enrol_get_enrolled_users", new Price(22, 4.3)),
            Map.entry("core_enrol_get_users_courses", new Price(22, 1.8)),
            Map.entry("core_completion_get_course_completion_status", new Price(32, 0)),
            Map.entry("core_completion_get_activities_completion_status", new Price(35, 0)),
            Map.entry("core_reportbuilder_retrieve_report", new Price(50, 0.16)),
            Map.entry("core_reportbuilder_set_filters", new Price(22, 0)),
            Map.entry("enrol_manual_enrol_users", new Price(22, 5.5)),
            Map.entry("enrol_manual_unenrol_users", new Price(22, 7.6)),
            Map.entry("tool_mobile_call_external_functions", new Price(22, 3.2)),
            Map.entry("local_kvalitetsbro_get_completions", new Price(28, 0.015)));

    private record Price(double perCall, double perRow) {}

    private final Sleeper sleeper;
    private final Semaphore cores = new Semaphore(CORES, true);

    Cost(Sleeper sleeper) {
        this.sleeper = sleeper;
    }

    /** Runs a call on one of the cores for as long as the call takes. */
    <T> T charged(Work<T> work) throws InterruptedException {
        cores.acquire();
        try {
            var done = work.run();
            sleeper.sleep(done.time());
            return done.result();
        } finally {
            cores.release();
        }
    }

    @FunctionalInterface
    interface Work<T> {
        Done<T> run();
    }

    record Done<T>(T result, Duration time) {}

    /**
     * @param written how many rows it wrote, or tried to
     * @param reply   nothing where the call failed
     */
    static Duration of(String function, Args args, long written, Optional<JsonValue> reply) {
        var price = PRICES.getOrDefault(function, OTHERS);
        double perRow = function.equals("core_enrol_get_enrolled_users") && asksForFields(args) ? BRIEF : price.perRow;
        double millis =
                price.perCall + perRow * Math.max(written, reply.map(Cost::rows).orElse(0L));
        return Duration.ofNanos(Math.round(millis * 1_000_000));
    }

    private static boolean asksForFields(Args args) {
        return args.optionalRows("options").stream()
                .anyMatch(option ->
                        option.optionalText("name").filter("userfields"::equals).isPresent());
    }

    /** Of the reply's longest list, however deep. */
    private static long rows(JsonValue reply) {
        if (reply instanceof JsonArray array) {
            return array.size();
        }
        return reply instanceof JsonObject object
                ? object.values().stream().mapToLong(Cost::rows).max().orElse(0)
                : 0;
    }
}
