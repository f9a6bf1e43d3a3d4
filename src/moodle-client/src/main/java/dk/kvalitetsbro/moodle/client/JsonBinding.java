package dk.kvalitetsbro.moodle.client;

import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.util.Optional;

/** The generic calls' JSON-B, made when first needed: the typed calls do without. */
final class JsonBinding implements AutoCloseable {
    private Optional<Jsonb> jsonb = Optional.empty();

    <T> Optional<T> as(Class<T> type, String function, Effect effect, JsonValue reply) {
        if (reply == JsonValue.NULL) {
            return Optional.empty();
        }
        try {
            return Optional.of(jsonb().fromJson(reply.toString(), type));
        } catch (JsonbException e) {
            throw effect.lostReply(function + ": the reply can't be read as " + type.getSimpleName(), e);
        }
    }

    private synchronized Jsonb jsonb() {
        if (jsonb.isEmpty()) {
            jsonb = Optional.of(JsonbBuilder.create());
        }
        return jsonb.get();
    }

    @Override
    public synchronized void close() {
        if (jsonb.isPresent()) {
            try {
                jsonb.get().close();
            } catch (Exception e) {
                throw new IllegalStateException("JSON-B did not close", e);
            }
        }
    }
}
