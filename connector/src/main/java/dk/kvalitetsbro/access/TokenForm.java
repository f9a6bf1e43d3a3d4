package dk.kvalitetsbro.access;

import dk.kvalitetsbro.web.FreeText;
import dk.kvalitetsbro.web.Refusal;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The form for an API token, as it is shown and as it was filled in.
 *
 * @param centre empty for all centres
 */
record TokenForm(String name, List<String> scopes, String centre, String expires) {
    private static final int LONGEST_NAME = 60;
    private static final Period USUAL = Period.ofMonths(3);

    static TokenForm blank(LocalDate today) {
        return new TokenForm(
                "", List.of(ApiScope.ROUNDS.name()), "", today.plus(USUAL).toString());
    }

    static TokenForm typed(MultivaluedMap<String, String> form) {
        return new TokenForm(
                first(form, "name"),
                form.getOrDefault("scope", List.of()),
                first(form, "centre"),
                first(form, "expires"));
    }

    private static String first(MultivaluedMap<String, String> form, String field) {
        return form.getOrDefault(field, List.of()).stream().findFirst().orElse("");
    }

    /** @throws Refusal when it is no name that stands out in a log */
    String readName() {
        String read = FreeText.required(name, LONGEST_NAME);
        if (!read.matches("[\\p{L}\\p{N} ._()-]+")) {
            throw new Refusal("access.tokens.nameShape");
        }
        return read;
    }

    Set<ApiScope> readScopes() {
        return Arrays.stream(ApiScope.values())
                .filter(scope -> scopes.contains(scope.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @throws Refusal when it is none of those there are */
    Optional<CentreCode> readCentre(Set<String> codes) {
        if (centre.isEmpty()) {
            return Optional.empty();
        }
        if (!codes.contains(centre)) {
            throw new Refusal("access.tokens.noCentre");
        }
        return Optional.of(new CentreCode(centre));
    }

    LocalDate readExpires() {
        try {
            return LocalDate.parse(expires);
        } catch (DateTimeParseException notADate) {
            throw new Refusal("access.tokens.expiry");
        }
    }
}
