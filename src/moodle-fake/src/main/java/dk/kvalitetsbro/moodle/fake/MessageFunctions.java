package dk.kvalitetsbro.moodle.fake;

import static dk.kvalitetsbro.moodle.fake.Replies.array;
import static dk.kvalitetsbro.moodle.fake.Replies.object;

import dk.kvalitetsbro.moodle.fake.Row.CalendarEvent;
import dk.kvalitetsbro.moodle.fake.Row.Message;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Set;

/** {@code core_message_send_instant_messages} and {@code core_calendar_create_calendar_events}: what reaches people. */
final class MessageFunctions {
    private static final Set<String> FORMATS = Set.of("0", "1", "2", "4");
    private static final String NOT_ALLOWED =
            "You can't message this user due to their message preferences. Try adding them as a contact.";

    private final Site site;
    private final Tables tables;
    private final Capabilities capabilities;
    private final Lookup lookup;

    MessageFunctions(Site site, Capabilities capabilities, Lookup lookup) {
        this.site = site;
        this.tables = site.tables();
        this.capabilities = capabilities;
        this.lookup = lookup;
    }

    Map<String, WebServices.Function> all() {
        return Map.of(
                "core_message_send_instant_messages", this::send,
                "core_calendar_create_calendar_events", this::createEvents);
    }

    /**
     * A message that can't be sent is an error in its own answer. Beside one that was sent it is the whole call's, because
     * Moodle then asks for the format of a message that is not there; those that were sent stay sent.
     */
    private JsonValue send(Args args) {
        var messages = args.only("messages").rows("messages");
        messages.forEach(MessageFunctions::check);
        var answers = array(messages, this::send1).build();
        long refused = answers.getValuesAs(JsonObject.class).stream()
                .filter(answer -> answer.getInt("msgid") < 0)
                .count();
        if (refused > 0 && refused < answers.size()) {
            throw WebServiceException.formatNotSupported();
        }
        return answers;
    }

    private static void check(Args message) {
        message.only("touserid", "text", "textformat", "clientmsgid").number("touserid");
        message.text("text");
        if (!FORMATS.contains(message.optionalText("textformat").orElse("0"))) {
            throw WebServiceException.invalidParameter();
        }
    }

    private boolean isKnown(Args message) {
        return tables.accounts.find(message.number("touserid")).isPresent();
    }

    private JsonObjectBuilder send1(Args message) {
        if (!isKnown(message)) {
            return refused(
                    message,
                    "You cannot send a message to a user ID (" + message.number("touserid") + ") that doesn't exist.");
        }
        if (!capabilities.has(Capability.MESSAGE_ANYBODY)) {
            return refused(message, NOT_ALLOWED);
        }
        long to = message.number("touserid");
        var sent = new Message(tables.messages.nextId(), to, message.text("text"), site.now());
        site.put(sent);
        return withClientId(object().add("msgid", sent.id()), message)
                .add("text", Html.paragraph(sent.text()))
                .add("timecreated", sent.at())
                .add("conversationid", to)
                .add("useridfrom", Tables.WEB_SERVICE)
                .add("candeletemessagesforallusers", false);
    }

    private static JsonObjectBuilder refused(Args message, String sentence) {
        return withClientId(object().add("msgid", -1), message)
                .add("errormessage", sentence)
                .add("candeletemessagesforallusers", false);
    }

    private static JsonObjectBuilder withClientId(JsonObjectBuilder json, Args message) {
        message.optionalText("clientmsgid").ifPresent(id -> json.add("clientmsgid", id));
        return json;
    }

    private JsonValue createEvents(Args args) {
        var wanted = args.only("events").rows("events").stream()
                .map(row -> row.only(
                        "name",
                        "description",
                        "format",
                        "courseid",
                        "groupid",
                        "repeats",
                        "eventtype",
                        "timestart",
                        "timeduration",
                        "visible",
                        "sequence"))
                .toList();
        var warnings = array();
        var events = array();
        for (var row : wanted) {
            var event = event(row);
            if (isAllowed(event)) {
                site.put(event);
                events.add(describe(event));
            } else {
                warnings.add(Replies.warning(
                        "event",
                        0,
                        "nopermissions",
                        "you do not have permissions to create this event: " + event.name()));
            }
        }
        return object().add("events", events).add("warnings", warnings).build();
    }

    private CalendarEvent event(Args row) {
        long courseId = row.numberOrZero("courseid");
        if (courseId > Tables.FRONT_PAGE) {
            lookup.course(courseId);
        }
        return new CalendarEvent(
                tables.events.nextId(),
                row.text("name"),
                row.optionalText("description").orElse(""),
                courseId,
                row.numberOrZero("groupid"),
                row.optionalText("eventtype").orElse("user"),
                row.optionalNumber("timestart").orElse(site.now()),
                row.numberOrZero("timeduration"),
                site.now());
    }

    /** Anybody may have events of their own. */
    private boolean isAllowed(CalendarEvent event) {
        return event.type().equals("user") || capabilities.has(Capability.MANAGE_CALENDAR);
    }

    private static JsonObjectBuilder describe(CalendarEvent event) {
        return object().add("id", event.id())
                .add("name", event.name())
                .add("description", event.description())
                .add("format", 1)
                .add("courseid", event.courseId())
                .add("groupid", event.groupId())
                .add("userid", Tables.WEB_SERVICE)
                .add("modulename", "")
                .add("instance", 0)
                .add("eventtype", event.type())
                .add("timestart", event.start())
                .add("timeduration", event.duration())
                .add("visible", 1)
                .add("uuid", "")
                .add("sequence", 1)
                .add("timemodified", event.at())
                .add("subscriptionid", JsonValue.NULL);
    }
}
