package dk.kvalitetsbro.moodle.client;

import dk.kvalitetsbro.moodle.client.MoodleException.CursorRefused;
import dk.kvalitetsbro.moodle.client.MoodleException.CursorRefused.Problem;
import dk.kvalitetsbro.moodle.client.MoodleException.NotAllowed;
import dk.kvalitetsbro.moodle.client.MoodleException.Refused;
import dk.kvalitetsbro.moodle.client.MoodleException.Unavailable;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Set;

/**
 * An error that Moodle put into its JSON.
 *
 * @param errorCode empty for errors of PHP itself, which carry none
 */
record ErrorReply(String errorCode, String message) {
    private static final int LONGEST_MESSAGE = 300;
    private static final Set<String> NOTHING_HAPPENED =
            Set.of("sitemaintenance", "upgraderunning", "dbconnectionfailed");
    private static final Set<String> CAPABILITY_MISSING = Set.of(
            "nopermissions",
            "nopermission",
            "requireloginerror",
            "errorcoursecontextnotvalid",
            "cannotviewreport",
            "nopermissiontoviewgrades",
            "courseclosed",
            "maynotenrol",
            "maynotunenrol");
    private static final Map<String, Problem> CURSOR_REFUSED = Map.of(
            "limitinvalid", Problem.LIMIT_INVALID,
            "cursornegative", Problem.NEGATIVE,
            "cursorinfuture", Problem.IN_FUTURE);

    static ErrorReply of(JsonObject json) {
        return new ErrorReply(json.getString("errorcode", ""), plain(json.getString("message", "")));
    }

    MoodleException toException(String function, Effect effect) {
        if (NOTHING_HAPPENED.contains(errorCode)) {
            return new Unavailable(function + ": " + errorCode + ": " + message, null, null);
        }
        if (provesNothing(effect)) {
            return effect.lostReply(function + ": Moodle broke off: " + errorCode + " " + message, null);
        }
        return switch (errorCode) {
            case "invalidtoken" -> new NotAllowed(function, Obstacle.TOKEN_UNKNOWN, errorCode);
            case "accessexception" -> new NotAllowed(function, Obstacle.ACCESS_DENIED, errorCode);
            case "wsusercannotassign" -> new NotAllowed(function, Obstacle.ROLE_NOT_ASSIGNABLE, errorCode);
            default -> {
                if (errorCode.startsWith("wsaccessuser")) {
                    yield new NotAllowed(function, Obstacle.ACCOUNT_BARRED, errorCode);
                }
                if (CAPABILITY_MISSING.contains(errorCode)) {
                    yield new NotAllowed(function, Obstacle.CAPABILITY_MISSING, errorCode);
                }
                var problem = CURSOR_REFUSED.get(errorCode);
                yield problem == null
                        ? new Refused(function, errorCode, message)
                        : new CursorRefused(function, problem, errorCode, message);
            }
        };
    }

    /**
     * PHP itself failed, the database did, or Moodle could not describe a result it had already committed
     * ({@code invalidresponse}). None of them tells whether a write took place.
     */
    private boolean provesNothing(Effect effect) {
        return errorCode.isEmpty()
                || errorCode.startsWith("dml")
                || (effect == Effect.WRITES && errorCode.equals("invalidresponse"));
    }

    private static String plain(String message) {
        var text = message.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
        return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "…";
    }
}
