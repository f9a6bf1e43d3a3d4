package dk.kvalitetsbro.moodle;

import de.siegmar.fastcsv.writer.CsvWriter;
import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.moodle.Matching.Row;
import dk.kvalitetsbro.moodle.client.MoodleException;
import dk.kvalitetsbro.web.Denial;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** Who in the organisation is who in Moodle, for a spreadsheet. */
@RequestScoped
@Path("moodle/personer.csv")
public class MatchingExport {
    /** Tells a spreadsheet that the file is UTF-8. */
    private static final String MARK = "\uFEFF";

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
        return Response.ok(file())
                .type("text/csv; charset=UTF-8")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"personer-i-moodle-" + LocalDate.now(clock) + ".csv\"")
                .build();
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
        StringWriter lines = new StringWriter().append(MARK);
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(lines)) {
            csv.writeRecord(texts.get("moodle.matching.csv").split(","));
            for (Row row : found.rows()) {
                csv.writeRecord(
                        texts.get("moodle.matching." + row.group()),
                        inert(row.key()),
                        inert(row.name()),
                        row.accounts().stream().map(String::valueOf).collect(Collectors.joining(" ")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.toString();
    }

    /** What an account holds anybody may have written; a spreadsheet must not reckon with it. */
    private static String inert(String text) {
        return text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
    }
}
