package dk.kvalitetsbro.background;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.themes.Themes;
import dk.kvalitetsbro.web.Spreadsheet;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** "Baggrund": do children of different background experience their places differently? Never per centre. */
@RequestScoped
@Path("kommune")
public class BackgroundPage {
    private final Backgrounds backgrounds;
    private final BackgroundTables tables;
    private final BackgroundCsv csv;
    private final Themes themes;
    private final AuditLog audit;
    private final Models models;
    private final Clock clock;

    @Inject
    public BackgroundPage(
            Backgrounds backgrounds,
            BackgroundTables tables,
            BackgroundCsv csv,
            Themes themes,
            AuditLog audit,
            Models models,
            Clock clock) {
        this.backgrounds = backgrounds;
        this.tables = tables;
        this.csv = csv;
        this.themes = themes;
        this.audit = audit;
        this.models = models;
        this.clock = clock;
    }

    @GET
    @Controller
    @Path("baggrund")
    public String show(
            @QueryParam("baggrund") @DefaultValue("") String chosenBackground,
            @QueryParam("tema") @DefaultValue("") String chosenTheme) {
        List<String> all = backgrounds.all();
        models.put("backgrounds", all);
        models.put("today", LocalDate.now(clock));
        if (!all.isEmpty()) {
            tell(chosen(all, chosenBackground), chosenTheme);
        }
        return "background/background.xhtml";
    }

    private void tell(String background, String chosenTheme) {
        List<BackgroundResult> results = backgrounds.of(background);
        List<Theme> told = themes.all().stream()
                .filter(theme ->
                        results.stream().anyMatch(result -> result.theme().equals(theme.code())))
                .toList();
        String code = chosen(told.stream().map(theme -> theme.code().value()).toList(), chosenTheme);
        models.put("background", background);
        models.put("themes", told);
        models.put("theme", code);
        models.put(
                "tables",
                tables.of(results.stream()
                        .filter(result -> result.theme().value().equals(code))
                        .toList()));
    }

    /** @return what was asked for, or the first when nothing was */
    private static String chosen(List<String> all, String asked) {
        if (asked.isEmpty()) {
            return all.get(0);
        }
        return all.stream().filter(asked::equals).findFirst().orElseThrow(NotFoundException::new);
    }

    @GET
    @Path("baggrund.csv")
    public Response export() {
        audit.add("background.exported", "baggrund", "");
        return Spreadsheet.download("baggrund-" + LocalDate.now(clock), csv.write());
    }
}
