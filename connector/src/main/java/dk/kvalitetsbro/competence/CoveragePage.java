package dk.kvalitetsbro.competence;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.organisation.Area;
import dk.kvalitetsbro.organisation.JobGroup;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.web.Spreadsheet;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Dækning: where is competence built, where not? */
@RequestScoped
@Path("")
public class CoveragePage {
    private static final int CENTRES_A_PAGE = 20;

    private final Coverage coverage;
    private final Organisation organisation;
    private final AuditLog audit;
    private final Models models;
    private final Texts texts;
    private final Clock clock;

    @Inject
    public CoveragePage(
            Coverage coverage, Organisation organisation, AuditLog audit, Models models, Texts texts, Clock clock) {
        this.coverage = coverage;
        this.organisation = organisation;
        this.audit = audit;
        this.models = models;
        this.texts = texts;
        this.clock = clock;
    }

    @GET
    @Controller
    @Path("daekning")
    public String show(
            @QueryParam("gruppe") @DefaultValue("") String group,
            @QueryParam("omraade") @DefaultValue("") String area,
            @QueryParam("side") @DefaultValue("1") int page) {
        Coverage.Matrix matrix = coverage.matrix(jobGroup(group));
        List<Coverage.Row> rows = matrix.rows().stream()
                .filter(row -> area.isEmpty() || row.centre().areaCode().equals(area))
                .toList();
        int pages = Math.max(1, (rows.size() + CENTRES_A_PAGE - 1) / CENTRES_A_PAGE);
        int current = Math.min(Math.max(page, 1), pages);
        int first = (current - 1) * CENTRES_A_PAGE;
        LocalDate today = LocalDate.now(clock);
        List<Area> areas = organisation.areas(today);
        models.put("matrix", matrix);
        models.put("rows", rows.subList(first, Math.min(first + CENTRES_A_PAGE, rows.size())));
        models.put("centres", rows.size());
        models.put("side", current);
        models.put("pages", pages);
        models.put("group", group);
        models.put("groups", Coverage.JOB_GROUPS);
        models.put("area", area);
        models.put("areas", areas);
        models.put("today", today);
        return "competence/coverage.xhtml";
    }

    @GET
    @Path("daekning.csv")
    public Response export(@QueryParam("gruppe") @DefaultValue("") String group) {
        Optional<JobGroup> only = jobGroup(group);
        audit.add("coverage.exported", "daekning", only.map(JobGroup::name).orElse(""));
        return Spreadsheet.download(
                "daekning-" + LocalDate.now(clock), new CoverageCsv(texts).write(coverage.matrix(only)));
    }

    /** Anything but a job group that can be shown by itself means all of them. */
    private static Optional<JobGroup> jobGroup(String name) {
        return Coverage.JOB_GROUPS.stream()
                .filter(group -> group.name().equals(name))
                .findFirst();
    }
}
