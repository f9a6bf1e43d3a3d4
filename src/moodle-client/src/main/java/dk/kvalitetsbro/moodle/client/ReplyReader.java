package dk.kvalitetsbro.moodle.client;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells a reply from a failure. The HTTP status alone says little: most of Moodle's errors arrive with 200. */
final class ReplyReader {
    private final JsonReaderFactory json = Json.createReaderFactory(Map.of());
    private final JsonParserFactory parsers = Json.createParserFactory(Map.of());
    private final Clock clock;

    ReplyReader(Clock clock) {
        this.clock = clock;
    }

    /** The JSON that Moodle answered; {@link JsonValue#NULL} where the function returns nothing. */
    JsonValue read(String function, Effect effect, Reply reply) {
        if (reply.status() != 200) {
            throw failure(function, effect, reply);
        }
        var value = parse(function, effect, reply.body());
        if (value instanceof JsonObject object && object.containsKey("exception")) {
            throw ErrorReply.of(object).toException(function, effect);
        }
        return value;
    }

    /** JSON that Moodle wraps in a string inside its JSON. */
    JsonValue embedded(String function, Effect effect, String text) {
        try (var reader = json.createReader(new StringReader(text))) {
            return reader.readValue();
        } catch (JsonException e) {
            throw effect.lostReply(function + ": Moodle answered broken JSON", e);
        }
    }

    /** Hands over the objects of an array one by one, holding no more than one. */
    long readRows(String function, InputStream body, Consumer<JsonObject> each) {
        long rows = 0;
        try (var parser = parsers.createParser(body, StandardCharsets.UTF_8)) {
            if (parser.next() != Event.START_ARRAY) {
                throw noArray(function, parser.getValue());
            }
            while (parser.next() == Event.START_OBJECT) {
                each.accept(parser.getObject());
                rows++;
            }
            return rows;
        } catch (JsonException | NoSuchElementException e) {
            throw Effect.READS.lostReply(function + ": Moodle's answer ended after " + rows + " rows", e);
        }
    }

    private static MoodleException noArray(String function, JsonValue value) {
        return value instanceof JsonObject object && object.containsKey("exception")
                ? ErrorReply.of(object).toException(function, Effect.READS)
                : Effect.READS.lostReply(function + ": the reply lacks an array", null);
    }

    private JsonValue parse(String function, Effect effect, byte[] body) {
        try (var reader = json.createReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8)) {
            return reader.readValue();
        } catch (JsonParsingException e) {
            throw effect.lostReply(function + ": Moodle answered something other than JSON", e);
        }
    }

    private MoodleException failure(String function, Effect effect, Reply reply) {
        int status = reply.status();
        var errorCode = "http" + status;
        return switch (status) {
            case 403 -> new MoodleException.NotAllowed(function, Obstacle.WEB_SERVICES_OFF, errorCode);
            case 401, 404, 405, 407, 410 -> new MoodleException.NotAllowed(function, Obstacle.WRONG_ADDRESS, errorCode);
            case 429 -> busy(function, reply);
            case 503 ->
                reply.retryAfter().isPresent()
                        ? busy(function, reply)
                        : effect.lostReply(function + ": HTTP 503", null);
            default -> {
                if (status >= 500) {
                    yield effect.lostReply(function + ": HTTP " + status, null);
                }
                yield status < 400
                        ? new MoodleException.NotAllowed(function, Obstacle.WRONG_ADDRESS, errorCode)
                        : new MoodleException.Refused(function, errorCode, "HTTP " + status);
            }
        };
    }

    private MoodleException busy(String function, Reply reply) {
        var wait = reply.retryAfter().map(this::duration).orElse(null);
        return new MoodleException.Unavailable(
                function + ": Moodle is not available (HTTP " + reply.status() + ")", wait, null);
    }

    /** Retry-After is seconds or a date (RFC 9110); anything else is as good as absent. */
    private @Nullable Duration duration(String retryAfter) {
        try {
            if (retryAfter.chars().allMatch(Character::isDigit)) {
                return Duration.ofSeconds(Long.parseLong(retryAfter));
            }
            var until = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME);
            var wait = Duration.between(clock.instant(), until.toInstant());
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }
}
