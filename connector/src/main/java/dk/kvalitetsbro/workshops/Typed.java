package dk.kvalitetsbro.workshops;

import dk.kvalitetsbro.web.Refusal;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was typed into a form, by the names of its fields. */
record Typed(MultivaluedMap<String, String> fields) {

    @Nullable String text(String field) {
        return fields.getFirst(field);
    }

    List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }

    /** @throws Refusal when nothing, or nothing that exists, is chosen */
    <E extends Enum<E>> E choice(String field, Class<E> type) {
        return chosen(field, written -> Enum.valueOf(type, written)).orElseThrow(() -> new Refusal("workshops.choose"));
    }

    /** @return what was chosen, empty for none */
    <T> Optional<T> chosen(String field, Function<String, T> read) {
        try {
            return Optional.ofNullable(text(field))
                    .filter(written -> !written.isEmpty())
                    .map(read);
        } catch (IllegalArgumentException notOffered) {
            throw new Refusal("workshops.choose");
        }
    }

    /** @return a number that the page itself put into the form */
    long number(String field) {
        return chosen(field, Long::valueOf).orElseThrow(BadRequestException::new);
    }

    int version() {
        return Math.toIntExact(number("version"));
    }

    boolean pressed(String button) {
        return button.equals(text("action"));
    }

    /** @return the first value of each field, to be shown again */
    Map<String, String> again() {
        return fields.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().get(0)));
    }
}
