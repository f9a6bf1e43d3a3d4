package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.Redirect;
import dk.kvalitetsbro.catalogue.CourseReading;
import dk.kvalitetsbro.moodle.Check.State;
import dk.kvalitetsbro.moodle.client.MoodleException;
import dk.kvalitetsbro.moodle.client.MoodleException.NotAllowed;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the bridge to Moodle is sound, and what to do where it is not. */
@Controller
@RequestScoped
@Path("moodle")
public class ConnectionPage {
    private final SameSite same;
    private final SiteCheck site;
    private final TrafficCheck traffic;
    private final EventCheck events;
    private final ThemeCheck themes;
    private final EnrolmentNotes notes;
    private final CourseCheck troubled;
    private final CourseUpdates courses;
    private final StaffSample sample;
    private final MoodleSettings settings;
    private final AuditLog audit;
    private final Models models;
    private final Redirect redirect;
    private final Texts texts;

    @Inject
    public ConnectionPage(
            SameSite same,
            SiteCheck site,
            TrafficCheck traffic,
            EventCheck events,
            ThemeCheck themes,
            EnrolmentNotes notes,
            CourseCheck troubled,
            CourseUpdates courses,
            StaffSample sample,
            MoodleSettings settings,
            AuditLog audit,
            Models models,
            Redirect redirect,
            Texts texts) {
        this.same = same;
        this.site = site;
        this.traffic = traffic;
        this.events = events;
        this.themes = themes;
        this.notes = notes;
        this.troubled = troubled;
        this.courses = courses;
        this.sample = sample;
        this.settings = settings;
        this.audit = audit;
        this.models = models;
        this.redirect = redirect;
        this.texts = texts;
    }

    @GET
    public String show() {
        Optional<Check> otherSite = same.check(texts);
        List<Check> checks = new ArrayList<>(otherSite.stream().toList());
        checks.addAll(site.run(texts, sample.people()));
        checks.addAll(traffic.run(texts));
        checks.add(events.run(texts));
        checks.addAll(themes.run(texts));
        notes.check(texts).ifPresent(checks::add);
        checks.addAll(troubled.run(texts));
        models.put("checks", checks);
        models.put("worst", worst(checks));
        models.put("otherSite", otherSite.isPresent());
        models.put("address", settings.publicUrl());
        return "moodle/connection.xhtml";
    }

    private static State worst(List<Check> checks) {
        List<State> states = checks.stream().map(Check::state).toList();
        if (states.contains(State.BROKEN)) {
            return State.BROKEN;
        }
        return states.contains(State.LOOK) ? State.LOOK : State.SOUND;
    }

    @POST
    @Path("hent-kurser")
    public Response readCourses() {
        try {
            CourseReading.Found found = courses.now();
            audit.add("catalogue.read", "", found.courses() + " +" + found.added() + " -" + found.gone());
            return redirect.toldOf(
                    "moodle", texts.of("moodle.coursesRead", found.courses(), found.added(), found.gone()));
        } catch (MoodleException e) {
            return redirect.warnedOf("moodle", texts.of("moodle.coursesNotRead", remedy(e)));
        }
    }

    @POST
    @Path("samme-moodle")
    public Response confirmSite() {
        same.confirm();
        audit.add("moodle.siteConfirmed", "", settings.publicUrl());
        return redirect.toldOf("moodle", texts.get("moodle.siteConfirmed"));
    }

    private String remedy(MoodleException trouble) {
        return trouble instanceof NotAllowed no
                ? no.obstacle().remedy(texts.locale())
                : texts.get("moodle.check.reach.broken.remedy");
    }
}
