package dk.kvalitetsbro.themes;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;

/** The fields of a form by their names; one that was left out is empty. */
record Fields(MultivaluedMap<String, String> form) {
    String text(String field) {
        return all(field).stream().findFirst().orElse("");
    }

    List<String> all(String field) {
        return form.getOrDefault(field, List.of());
    }

    /** @return what the page itself put on a button */
    boolean yesOrNo(String field) {
        return switch (text(field)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new BadRequestException();
        };
    }

    /** @return the version that the page itself put into the form */
    int version() {
        try {
            return Integer.parseInt(text("version"));
        } catch (NumberFormatException notOurs) {
            throw new BadRequestException(notOurs);
        }
    }
}
