package dk.kvalitetsbro.centreresults;

import dk.kvalitetsbro.access.PageFrame;
import dk.kvalitetsbro.organisation.Centre;
import dk.kvalitetsbro.organisation.Organisation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The centres whose results the reader may see: all for the administration, and otherwise their own, their area's, or those they are invited to. */
@Controller
@RequestScoped
@Path("dagtilbud")
public class CentresPage {
    private static final int MOST = 100;

    private final Organisation organisation;
    private final PageFrame page;
    private final Models models;
    private final Clock clock;

    @Inject
    public CentresPage(Organisation organisation, PageFrame page, Models models, Clock clock) {
        this.organisation = organisation;
        this.page = page;
        this.models = models;
        this.clock = clock;
    }

    @GET
    public String show(@QueryParam("soeg") @DefaultValue("") String search) {
        List<Centre> seen = seen();
        List<Centre> found =
                seen.stream().filter(centre -> matches(centre, search)).toList();
        models.put("search", search);
        models.put("any", !seen.isEmpty());
        models.put("found", found.size());
        models.put("centres", found.stream().limit(MOST).toList());
        return "centreresults/centres.xhtml";
    }

    private List<Centre> seen() {
        return organisation.centres(LocalDate.now(clock)).stream()
                .filter(centre -> page.may("GET", "dagtilbud/{centre}/resultater", centre.code()))
                .toList();
    }

    private static boolean matches(Centre centre, String search) {
        String words = search.strip().toLowerCase(Locale.ROOT);
        return Stream.of(centre.name(), centre.code().value(), centre.areaCode())
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(words));
    }
}
