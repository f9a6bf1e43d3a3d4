package dk.kvalitetsbro.moodle.fake;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Trouble from a file: a JSON list with an object for each kind, such as {@code {"function": "enrol_manual_enrol_users",
 * "times": 2, "fault": "cut-after"}}, {@code {"site": "UPGRADE_RUNNING", "calls": 5}}, {@code {"random": 7, "share":
 * 0.05}}, {@code {"maxInputVars": 1000}}, {@code {"withhold": "core_user_get_users"}} or {@code {"revoke":
 * "moodle/course:view"}}.
 */
final class FaultScript {
    private static final int LONG_WAIT = 120;

    private final Faults faults;

    FaultScript(Faults faults) {
        this.faults = faults;
    }

    /**
     * Tells the stand-in all of it.
     *
     * @throws UncheckedIOException     where the file can't be read
     * @throws IllegalArgumentException for trouble that the stand-in doesn't know
     */
    void run(Path file) {
        try (var in = Files.newInputStream(file);
                var reader = Json.createReader(in)) {
            reader.readArray().getValuesAs(JsonObject.class).forEach(this::tell);
        } catch (IOException e) {
            throw new UncheckedIOException("The faults in " + file + " can't be read", e);
        }
    }

    private void tell(JsonObject line) {
        if (line.containsKey("function")) {
            faults.next(line.getString("function"), line.getInt("times", 1), fault(line));
        } else if (line.containsKey("site")) {
            faults.siteIs(SiteState.valueOf(line.getString("site")), line.getInt("calls", Integer.MAX_VALUE));
        } else if (line.containsKey("random")) {
            faults.random(RandomFaults.seeded(
                    line.getInt("random"), line.getJsonNumber("share").doubleValue()));
        } else if (line.containsKey("maxInputVars")) {
            faults.maxInputVars(line.getInt("maxInputVars"));
        } else if (line.containsKey("withhold")) {
            faults.withhold(line.getString("withhold"));
        } else if (line.containsKey("revoke")) {
            faults.revoke(line.getString("revoke"));
        } else {
            throw new IllegalArgumentException("Unknown trouble: " + line);
        }
    }

    private static Fault fault(JsonObject line) {
        var time = Duration.ofSeconds(line.getInt("seconds", LONG_WAIT));
        return switch (line.getString("fault")) {
            case "cut-before" -> new Fault.CutBefore();
            case "cut-after" -> new Fault.CutAfter();
            case "half-reply" -> new Fault.HalfReply();
            case "slow" -> new Fault.Slow(time);
            case "hang-before" -> new Fault.HangBefore(time);
            case "hang" -> new Fault.Hang(time);
            case "late" -> new Fault.Late(time);
            case "unavailable" -> Fault.unavailable(time);
            case "page-before" -> Fault.html(line.getInt("status", 502));
            case "page-after" -> new Fault.PageAfter(line.getInt("status", 504));
            case "token-lost" -> Fault.tokenLost();
            case "write-conflict" -> Fault.writeConflict();
            case "exception" ->
                Fault.exception(
                        line.getString("exception", "core\\exception\\moodle_exception"),
                        line.getString("errorcode"),
                        line.getString("message", line.getString("errorcode")));
            default -> throw new IllegalArgumentException("Unknown fault: " + line);
        };
    }
}
