package dk.kvalitetsbro.access;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What lets a program in, as its row has it. A token is nobody: it has no role, no name in the organisation and no pages.
 *
 * @param centre  the only centre whose results it reads; null for all
 * @param expires the last day that it counts
 */
public record ApiToken(
        long id,
        String name,
        Set<ApiScope> scopes,
        @Nullable CentreCode centre,
        OffsetDateTime made,
        String madeBy,
        LocalDate expires,
        @Nullable OffsetDateTime revoked,
        @Nullable LocalDate lastUsed) {

    /** Whether the token counts. */
    public enum State {
        VALID,
        EXPIRED,
        REVOKED
    }

    public ApiToken {
        scopes = Set.copyOf(scopes);
    }

    State on(LocalDate day) {
        if (revoked != null) {
            return State.REVOKED;
        }
        return day.isAfter(expires) ? State.EXPIRED : State.VALID;
    }

    /** @return as whom the audit log names the program; no person's key begins like that */
    String actor() {
        return PersonKey.NOT_A_PERSON + name;
    }

    boolean reaches(ApiScope scope, Optional<CentreCode> asked) {
        return scopes.contains(scope)
                && (centre == null || asked.map(centre::equals).orElse(true));
    }
}
