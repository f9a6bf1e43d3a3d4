package dk.kvalitetsbro.moodle.fake;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as JSON objects with a field for each component. What a file lacks is 0, false or empty. */
final class RowJson {
    /** What Java knows of a record, looked up once. */
    private record Form(RecordComponent[] components, Constructor<?> constructor) {
        static Form of(Class<?> type) {
            var components = type.getRecordComponents();
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                var constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                Arrays.stream(components)
                        .forEach(component -> component.getAccessor().setAccessible(true));
                return new Form(components, constructor);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("Not a record: " + type, e);
            }
        }
    }

    private static final ClassValue<Form> FORMS = new ClassValue<>() {
        @Override
        protected Form computeValue(Class<?> type) {
            return Form.of(type);
        }
    };

    private RowJson() {}

    static JsonObject write(Record row) {
        var json = Replies.object();
        for (var component : FORMS.get(row.getClass()).components) {
            json.add(component.getName(), value(read(component, row)));
        }
        return json.build();
    }

    static <R extends Record> R read(Class<R> type, JsonObject json) {
        var form = FORMS.get(type);
        var values = Arrays.stream(form.components)
                .map(component -> value(component.getGenericType(), json.get(component.getName())))
                .toArray();
        try {
            return type.cast(form.constructor.newInstance(values));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Not a " + type.getSimpleName() + ": " + json, e);
        }
    }

    private static Object read(RecordComponent component, Record row) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Unreadable: " + component, e);
        }
    }

    private static JsonValue value(Object value) {
        if (value instanceof Number number) {
            return Replies.number(number.longValue());
        }
        if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof List<?> list) {
            var array = Replies.array();
            list.forEach(element -> array.add(value(element)));
            return array.build();
        }
        return value instanceof Record row ? write(row) : Replies.text(value.toString());
    }

    private static Object value(Type type, @Nullable JsonValue json) {
        if (type instanceof ParameterizedType list) {
            var elements = new ArrayList<>();
            if (json instanceof JsonArray array) {
                array.forEach(element -> elements.add(value(list.getActualTypeArguments()[0], element)));
            }
            return elements;
        }
        if (type == long.class || type == int.class) {
            long number = json instanceof JsonNumber found ? found.longValue() : 0;
            return type == int.class ? (Object) (int) number : (Object) number;
        }
        if (type == boolean.class) {
            return JsonValue.TRUE.equals(json);
        }
        var plain = (Class<?>) type;
        if (plain.isRecord()) {
            return read(
                    plain.asSubclass(Record.class),
                    json instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT);
        }
        var text = json instanceof JsonString string ? string.getString() : "";
        return plain.isEnum() ? constant(plain, text) : text;
    }

    private static Object constant(Class<?> type, String name) {
        for (var constant : type.getEnumConstants()) {
            if (constant.toString().equals(name)) {
                return constant;
            }
        }
        throw new IllegalStateException("No " + type.getSimpleName() + ": " + name);
    }
}
