package dk.kvalitetsbro.moodle;

import static java.nio.charset.StandardCharsets.UTF_8;

import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.lti.PlatformKeys;
import dk.kvalitetsbro.lti.Platforms;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads a message of the plugin, whose README has the format. It is understood as a whole or not at all. */
final class EventReader {
    /** Events in one message. */
    static final int MOST = 100;

    private static final String UUID_FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    /** A message is not as it should be. */
    static final class NotUnderstood extends Exception {
        private static final long serialVersionUID = 1L;

        /** @param what the place in the message */
        NotUnderstood(String what) {
            super(what);
        }
    }

    private final JsonObject event;
    private final String place;
    private final String site;

    private EventReader(JsonObject event, String place, String site) {
        this.event = event;
        this.place = place;
        this.site = site;
    }

    static News.Message read(byte[] body) throws NotUnderstood {
        JsonObject message = parse(text(body));
        String site = new EventReader(message, "", "").text("site");
        if (!(message.get("events") instanceof JsonArray events) || events.size() > MOST) {
            throw new NotUnderstood("events");
        }
        List<News.Item> items = new ArrayList<>();
        for (JsonValue value : events) {
            String place = "events[" + items.size() + "]";
            if (!(value instanceof JsonObject event)) {
                throw new NotUnderstood(place);
            }
            items.add(new EventReader(event, place + ".", site).item());
        }
        return new News.Message(site, items);
    }

    private static String text(byte[] body) throws NotUnderstood {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw new NotUnderstood("UTF-8");
        }
    }

    /** The parser has no common exception: what is nested too deeply is refused by one without a name. */
    private static JsonObject parse(String text) throws NotUnderstood {
        try (var parser = Json.createParser(new StringReader(text))) {
            parser.next();
            JsonObject message = parser.getObject();
            if (!parser.hasNext()) {
                return message;
            }
        } catch (RuntimeException e) {
            throw new NotUnderstood("JSON");
        }
        throw new NotUnderstood("JSON");
    }

    private News.Item item() throws NotUnderstood {
        String id = text("id");
        if (!id.matches(UUID_FORM)) {
            throw new NotUnderstood(place + "id");
        }
        number("time");
        return new News.Item(UUID.fromString(id), news(text("type")));
    }

    private News news(String type) throws NotUnderstood {
        return switch (type) {
            case "course_completed" -> {
                long course = number("courseid");
                Optional<Instant> at = Optional.of(number("timecompleted"))
                        .filter(time -> time > 0)
                        .map(Instant::ofEpochSecond);
                yield about(person -> new News.Completed(person, course, at));
            }
            case "user_enrolled" -> {
                long course = number("courseid");
                yield about(person -> new News.Enrolled(person, course));
            }
            case "user_unenrolled" -> {
                long course = number("courseid");
                yield truth("last") ? about(person -> new News.Unenrolled(person, course)) : new News.Nothing();
            }
            case "course_deleted" -> new News.CourseDeleted(number("courseid"));
            case "course_changed", "category_changed" -> new News.CoursesChanged();
            case "user_suspended", "user_deleted" -> about(News.AccountChanged::new);
            case "platform_registered" -> platform();
            case "platform_ended" -> new News.PlatformEnded(site("issuer"), text("clientid"));
            default -> new News.Nothing();
        };
    }

    private News platform() throws NotUnderstood {
        return new News.PlatformRegistered(
                new Platforms.Registration(
                        site("issuer"),
                        text("clientid"),
                        site("issuer"),
                        page("authurl"),
                        page("tokenurl"),
                        page("keysurl"),
                        Optional.of(keys())),
                text("deploymentid"));
    }

    /** @return the address of the site that the message comes from: it tells of itself only */
    private String site(String field) throws NotUnderstood {
        String address = text(field);
        if (!address.equals(site)) {
            throw new NotUnderstood(place + field);
        }
        return address;
    }

    /** @return a page of the site */
    private URI page(String field) throws NotUnderstood {
        try {
            URI address = new URI(text(field));
            if (address.normalize().toString().startsWith(site + "/")) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new NotUnderstood(place + field);
        }
        throw new NotUnderstood(place + field);
    }

    /** @return a set of keys (JWKS), one of them usable at least */
    private String keys() throws NotUnderstood {
        if (event.get("keys") instanceof JsonArray keys) {
            String set = Json.createObjectBuilder().add("keys", keys).build().toString();
            if (!PlatformKeys.pasted(set).isEmpty()) {
                return set;
            }
        }
        throw new NotUnderstood(place + "keys");
    }

    /** An account without an id number, or with one that can't be a key, is nobody's here. */
    private News about(Function<PersonKey, News> news) throws NotUnderstood {
        if (!event.containsKey("idnumber")) {
            return new News.Nothing();
        }
        try {
            return news.apply(new PersonKey(text("idnumber")));
        } catch (IllegalArgumentException notAKey) {
            return new News.Nothing();
        }
    }

    private String text(String field) throws NotUnderstood {
        if (event.get(field) instanceof JsonString text) {
            return text.getString();
        }
        throw new NotUnderstood(place + field);
    }

    /** @return at least 0, and small enough for a time */
    private long number(String field) throws NotUnderstood {
        if (event.get(field) instanceof JsonNumber number) {
            try {
                long value = number.longValueExact();
                if (value >= 0 && value <= Integer.MAX_VALUE * 1000L) {
                    return value;
                }
            } catch (ArithmeticException notWhole) {
                throw new NotUnderstood(place + field);
            }
        }
        throw new NotUnderstood(place + field);
    }

    private boolean truth(String field) throws NotUnderstood {
        JsonValue value = event.get(field);
        if (JsonValue.TRUE.equals(value) || JsonValue.FALSE.equals(value)) {
            return JsonValue.TRUE.equals(value);
        }
        throw new NotUnderstood(place + field);
    }
}
