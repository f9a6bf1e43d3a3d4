package dk.kvalitetsbro.access;

import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The audit log, for whoever keeps an eye on its use; that it was read stands in it, too. */
@RequestScoped
@Path("")
public class LogPage {
    private static final String DID = "access.log.did.";
    private static final int A_PAGE = 100;
    private static final int A_PORTION = 5_000;

    /** Something that is done, and the words for it. */
    public record Action(String key, String text) {}

    private final AuditLog audit;
    private final AuditChain chain;
    private final Scope scope;
    private final Models models;
    private final Texts texts;
    private final Clock clock;

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo asked;

    @Inject
    public LogPage(AuditLog audit, AuditChain chain, Scope scope, Models models, Texts texts, Clock clock) {
        this.audit = audit;
        this.chain = chain;
        this.scope = scope;
        this.models = models;
        this.texts = texts;
        this.clock = clock;
    }

    @GET
    @Controller
    @Path("log")
    public String show(@QueryParam("foer") @DefaultValue("9223372036854775807") long before) {
        LogFilter filter = LogFilter.of(asked.getQueryParameters());
        audit.add("log.read", filter.about().isEmpty() ? filter.who() : filter.about(), filter.query());
        List<AuditLog.Entry> found = audit.find(filter, before, A_PAGE + 1);
        List<AuditLog.Entry> entries = found.subList(0, Math.min(found.size(), A_PAGE));
        models.put("filter", filter);
        models.put("entries", entries);
        models.put(
                "older", found.size() > A_PAGE ? List.of(entries.get(A_PAGE - 1).id()) : List.of());
        models.put("fromNewest", before == Long.MAX_VALUE);
        models.put("names", names(entries));
        models.put("actions", actions());
        models.put("check", chain.latest());
        models.put("signed", chain.isSigned());
        return "access/log.xhtml";
    }

    @POST
    @Controller
    @Path("log/kontrol")
    public Response verify() {
        AuditVerification found = chain.verify();
        audit.add("log.verified", "", found.breach().map(Enum::name).orElse(""));
        return Redirect.to("log");
    }

    @GET
    @Path("log.csv")
    public Response export() {
        LogFilter filter = LogFilter.of(asked.getQueryParameters());
        audit.add("log.exported", filter.about().isEmpty() ? filter.who() : filter.about(), filter.query());
        StreamingOutput lines = out -> write(filter, out);
        return Response.ok(lines)
                .type("text/csv; charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"log-" + LocalDate.now(clock) + ".csv\"")
                .build();
    }

    private void write(LogFilter filter, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        LogCsv csv = new LogCsv(writer, texts);
        List<AuditLog.Entry> portion = audit.find(filter, Long.MAX_VALUE, A_PORTION);
        while (!portion.isEmpty()) {
            csv.add(portion, names(portion));
            portion = audit.find(filter, portion.get(portion.size() - 1).id(), A_PORTION);
        }
        writer.flush();
    }

    private Map<String, String> names(List<AuditLog.Entry> entries) {
        Set<String> mentioned = entries.stream()
                .flatMap(entry -> Stream.of(entry.actor(), entry.subject()))
                .collect(Collectors.toSet());
        return scope.names(mentioned);
    }

    private List<Action> actions() {
        return texts.entrySet().stream()
                .filter(text -> text.getKey().startsWith(DID))
                .map(text -> new Action(text.getKey().substring(DID.length()), text.getValue()))
                .sorted(Comparator.comparing(Action::text))
                .toList();
    }
}
