package dk.kvalitetsbro.invitations;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.access.Role;
import dk.kvalitetsbro.organisation.NewInvitation;
import dk.kvalitetsbro.web.FreeText;
import dk.kvalitetsbro.web.Refusal;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;

/**
 * The form for an invitation, as it is shown and as it was typed.
 *
 * @param centre   a code; empty for the whole municipality
 * @param workshop an id; empty for all of the centre
 */
public record InvitationForm(
        String key, String name, String role, String centre, String workshop, String from, String to, String purpose) {
    private static final int LONGEST_KEY = 64;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PURPOSE = 500;

    static InvitationForm blank(LocalDate today) {
        return new InvitationForm(
                "",
                "",
                Role.CONSULTANT.name(),
                "",
                "",
                today.toString(),
                today.plusMonths(3).toString(),
                "");
    }

    static InvitationForm typed(MultivaluedMap<String, String> fields) {
        return new InvitationForm(
                text(fields, "key"),
                text(fields, "name"),
                text(fields, "role"),
                text(fields, "centre"),
                text(fields, "workshop"),
                text(fields, "from"),
                text(fields, "to"),
                text(fields, "purpose"));
    }

    /** To this centre, whatever was typed about that. */
    InvitationForm consultantAt(CentreCode own) {
        return new InvitationForm(key, name, Role.CONSULTANT.name(), own.value(), workshop, from, to, purpose);
    }

    private static String text(MultivaluedMap<String, String> fields, String field) {
        String typed = fields.getFirst(field);
        return typed == null ? "" : typed;
    }

    /** @throws Refusal naming the first thing that is to be put right */
    NewInvitation read() {
        return new NewInvitation(
                person(),
                FreeText.required(name, LONGEST_NAME),
                as(),
                chosen(centre, CentreCode::new, "invitations.noSuchCentre"),
                chosen(workshop, Long::valueOf, "invitations.noSuchWorkshop"),
                date(from),
                date(to),
                FreeText.required(purpose, LONGEST_PURPOSE));
    }

    private PersonKey person() {
        try {
            return new PersonKey(FreeText.required(key, LONGEST_KEY));
        } catch (IllegalArgumentException notOne) {
            throw new Refusal("invitations.noKey");
        }
    }

    private Role as() {
        if (role.equals(Role.CONSULTANT.name())) {
            return Role.CONSULTANT;
        }
        if (role.equals(Role.RESEARCHER.name())) {
            return Role.RESEARCHER;
        }
        throw new Refusal("invitations.noRole");
    }

    private static <T> Optional<T> chosen(String typed, Function<String, T> read, String refusal) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(read.apply(typed));
        } catch (IllegalArgumentException notOffered) {
            throw new Refusal(refusal);
        }
    }

    private static LocalDate date(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException notOne) {
            throw new Refusal("invitations.noDate");
        }
    }
}
