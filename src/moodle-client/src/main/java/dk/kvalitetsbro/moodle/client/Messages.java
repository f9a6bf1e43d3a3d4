package dk.kvalitetsbro.moodle.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** Messages to people's inbox in Moodle, from the token's account. */
public final class Messages {
    /**
     * A message.
     *
     * @param text as Markdown
     */
    public record Message(long toUserId, String text) {}

    private final Wire wire;

    Messages(Wire wire) {
        this.wire = wire;
    }

    /**
     * Sends any number of messages ({@code core_message_send_instant_messages}; 90 ms each) and tells for each what
     * became of it. Two equal rows are one message. A message whose reply is lost is {@link Outcome.Unknown} and not
     * sent again: Moodle can't be asked whether it came.
     *
     * <p>Each goes in a call of its own, put together in requests where the site allows: in a call of several, one person
     * who can't be written to hides whether the others were.
     */
    public List<RowResult<Message>> send(Collection<Message> rows) {
        return wire.bulk(rows, () -> new InRequests<>(new Sending(), wire.together()));
    }

    private static final class Sending implements SingleCall<Message> {
        private static final long MARKDOWN = 4;

        @Override
        public String name() {
            return "core_message_send_instant_messages";
        }

        @Override
        public Object key(Message row) {
            return row;
        }

        @Override
        public long group(Message row) {
            return row.toUserId;
        }

        @Override
        public JsonObject arguments(Message row) {
            var message = Json.createObjectBuilder()
                    .add("touserid", row.toUserId)
                    .add("text", row.text)
                    .add("textformat", MARKDOWN);
            return Json.createObjectBuilder()
                    .add("messages", Json.createArrayBuilder().add(message))
                    .build();
        }

        @Override
        public void write(Message row, Params params) {
            params.add("messages[0][touserid]", row.toUserId)
                    .add("messages[0][text]", row.text)
                    .add("messages[0][textformat]", MARKDOWN);
        }

        @Override
        public Outcome outcome(Message row, JsonValue reply) {
            var sent = Fields.rows(name(), reply)
                    .findFirst()
                    .orElseThrow(() -> Effect.WRITES.lostReply(name() + ": no word of the message", null));
            return sent.number("msgid") > 0
                    ? new Outcome.Done()
                    : new Outcome.Refused(
                            "notsent", sent.optionalText("errormessage").orElse(""));
        }

        @Override
        public boolean repeatable() {
            return false;
        }

        @Override
        public Predicate<Message> alreadySo(long userId) {
            return row -> false;
        }

        @Override
        public int perRequest() {
            return 20;
        }
    }
}
