package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.moodle.Matching.Row;
import dk.kvalitetsbro.moodle.client.MoodleException;
import dk.kvalitetsbro.web.Denial;
import dk.kvalitetsbro.web.Spreadsheet;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Who in the organisation is who in Moodle, for a spreadsheet. */
@RequestScoped
@Path("moodle/personer.csv")
public class MatchingExport {
    private final Matcher matcher;
    private final AccountSearch search;
    private final AuditLog audit;
    private final Clock clock;
    private final Texts texts;

    @Inject
    MatchingExport(Matcher matcher, AccountSearch search, AuditLog audit, Clock clock, Texts texts) {
        this.matcher = matcher;
        this.search = search;
        this.audit = audit;
        this.clock = clock;
        this.texts = texts;
    }

    @GET
    public Response export() {
        return Spreadsheet.download("personer-i-moodle-" + LocalDate.now(clock), file());
    }

    String file() {
        Matching found = compared();
        audit.add("matching.exported", "", search.field().name());
        return file(found);
    }

    private Matching compared() {
        try {
            return matcher.compare(search.field());
        } catch (MoodleException e) {
            throw new Denial(503, "moodle.matching.notAsked");
        }
    }

    private String file(Matching found) {
        Spreadsheet sheet =
                new Spreadsheet(List.of(texts.get("moodle.matching.csv").split(",")));
        for (Row row : found.rows()) {
            sheet.add(List.of(
                    texts.get("moodle.matching." + row.group()),
                    inert(row.key()),
                    inert(row.name()),
                    row.accounts().stream().map(String::valueOf).collect(Collectors.joining(" "))));
        }
        return sheet.text();
    }

    /** What an account holds anybody may have written; a spreadsheet must not reckon with it. */
    private static String inert(String text) {
        return text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
    }
}
