package dk.kvalitetsbro.overview;

import dk.kvalitetsbro.statistics.RespondentGroup;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.stream.Stream;

/** The one page for politicians: the quality of the municipality's day care, with what the figures cannot say. */
@Controller
@RequestScoped
@Path("kommune/overblik")
public class SummaryPage {
    private final Summary summary;

    @Inject
    public SummaryPage(Summary summary) {
        this.summary = summary;
    }

    @GET
    public String show(@QueryParam("gruppe") @DefaultValue("CHILD") String group) {
        summary.putMunicipality(group(group));
        return "overview/summary.xhtml";
    }

    /** Leaders are one at each centre: no differences between centres can be told by them. */
    static RespondentGroup group(String name) {
        return Stream.of(RespondentGroup.values())
                .filter(group -> group.name().equals(name) && group != RespondentGroup.LEADER)
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
