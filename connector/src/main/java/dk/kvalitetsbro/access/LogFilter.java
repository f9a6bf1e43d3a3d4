package dk.kvalitetsbro.access;

import dk.kvalitetsbro.web.FreeText;
import dk.kvalitetsbro.web.Refusal;
import dk.kvalitetsbro.web.Texts;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the audit log are sought; a blank text means any.
 *
 * @param who    the key of whoever did it
 * @param about  whom or what it was about, or who did it
 * @param action as {@link AuditLog.Entry} has it
 * @param from   the first day
 * @param to     the last day
 */
public record LogFilter(String who, String about, String action, Optional<LocalDate> from, Optional<LocalDate> to) {
    private static final int LONGEST = 100;

    /** @throws Refusal when a day is none, or a text is one that may not be kept */
    static LogFilter of(MultivaluedMap<String, String> query) {
        return new LogFilter(
                text(query.getFirst("hvem")),
                text(query.getFirst("om")),
                text(query.getFirst("handling")),
                day(query.getFirst("fra")),
                day(query.getFirst("til")));
    }

    static LogFilter about(String something) {
        return new LogFilter("", something, "", Optional.empty(), Optional.empty());
    }

    private static String text(@Nullable String typed) {
        return FreeText.optional(typed, LONGEST);
    }

    private static Optional<LocalDate> day(@Nullable String typed) {
        try {
            return Optional.ofNullable(typed).filter(text -> !text.isBlank()).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw new Refusal("access.log.notADay");
        }
    }

    OffsetDateTime since() {
        return from.orElse(LocalDate.of(1970, 1, 1)).atStartOfDay(Texts.ZONE).toOffsetDateTime();
    }

    OffsetDateTime until() {
        return to.orElse(LocalDate.of(9999, 1, 1))
                .plusDays(1)
                .atStartOfDay(Texts.ZONE)
                .toOffsetDateTime();
    }

    /** @return as a query of the log's page, without a question mark */
    public String query() {
        return Stream.of(
                        "hvem=" + encoded(who),
                        "om=" + encoded(about),
                        "handling=" + encoded(action),
                        "fra=" + from.map(LocalDate::toString).orElse(""),
                        "til=" + to.map(LocalDate::toString).orElse(""))
                .filter(pair -> !pair.endsWith("="))
                .collect(Collectors.joining("&"));
    }

    /** @return as a query of the log's page, for all lines about something */
    public String linkTo(String something) {
        return "om=" + encoded(something);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
