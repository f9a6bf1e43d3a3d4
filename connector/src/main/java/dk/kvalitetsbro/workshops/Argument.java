package dk.kvalitetsbro.workshops;

import dk.kvalitetsbro.web.FreeText;
import dk.kvalitetsbro.web.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why something comes first: never from personal taste, always from the core task or one of the values.
 *
 * @param value code of the value that it cites; empty when it cites the core task
 */
record Argument(Optional<String> value, String reason) {
    static final String CORE_TASK = "CORE_TASK";

    /**
     * @param cites {@link #CORE_TASK} or the code of a value
     * @throws Refusal when neither is cited, or the reason is missing
     */
    static Argument citing(@Nullable String cites, @Nullable String reason) {
        if (cites == null || cites.isBlank()) {
            throw new Refusal("workshops.priorities.citesNothing");
        }
        Optional<String> value = Optional.of(cites).filter(code -> !code.equals(CORE_TASK));
        return new Argument(value, FreeText.required(reason, 1000));
    }

    boolean citesCoreTask() {
        return value.isEmpty();
    }
}
