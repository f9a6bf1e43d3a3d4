package dk.kvalitetsbro.moodle.fake;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;

/** What the web services put their answers together with. */
final class Replies {
    /** Looked up once: the methods of {@code Json} search the class path each time. */
    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private static final JsonBuilderFactory JSON = PROVIDER.createBuilderFactory(Map.of());
    private static final JsonReaderFactory READERS = PROVIDER.createReaderFactory(Map.of());

    private Replies() {}

    static JsonArrayBuilder array() {
        return JSON.createArrayBuilder();
    }

    static <T> JsonArrayBuilder array(Collection<T> rows, Function<? super T, JsonObjectBuilder> describe) {
        var array = array();
        rows.forEach(row -> array.add(describe.apply(row)));
        return array;
    }

    static JsonArray texts(Collection<String> texts) {
        var array = array();
        texts.forEach(array::add);
        return array.build();
    }

    static JsonObjectBuilder object() {
        return JSON.createObjectBuilder();
    }

    /** One of the name-value pairs that Moodle likes to send lists of. */
    static JsonObject nameValue(String name, long value) {
        return object().add("name", name).add("value", value).build();
    }

    static JsonObjectBuilder warning(String item, long itemId, String code, String message) {
        return object().add("item", item)
                .add("itemid", itemId)
                .add("warningcode", code)
                .add("message", message);
    }

    static JsonValue flag(boolean flag) {
        return flag ? JsonValue.TRUE : JsonValue.FALSE;
    }

    static JsonValue number(long number) {
        return PROVIDER.createValue(number);
    }

    static JsonValue text(String text) {
        return PROVIDER.createValue(text);
    }

    /** Null where there is no such row or time. */
    static JsonValue numberOrNull(long number) {
        return number == 0 ? JsonValue.NULL : number(number);
    }

    /** Of JSON inside a text. */
    static JsonReader reader(String text) {
        return READERS.createReader(new StringReader(text));
    }
}
