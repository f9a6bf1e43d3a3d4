package dk.kvalitetsbro.privacy;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.access.Redirect;
import dk.kvalitetsbro.privacy.People.Known;
import dk.kvalitetsbro.web.FreeText;
import dk.kvalitetsbro.web.Refusal;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Persondata: what is held about somebody, how long may it be, and its end. */
@Controller
@RequestScoped
@Path("persondata")
public class PersonPage {
    private static final int LONGEST = 100;
    private static final int LONGEST_REASON = 500;
    private static final int MOST = 50;

    private final PersonalRecords records;
    private final People people;
    private final AuditLog audit;
    private final Redirect redirect;
    private final Models models;
    private final Texts texts;
    private final Clock clock;

    @Inject
    public PersonPage(
            PersonalRecords records,
            People people,
            AuditLog audit,
            Redirect redirect,
            Models models,
            Texts texts,
            Clock clock) {
        this.records = records;
        this.people = people;
        this.audit = audit;
        this.redirect = redirect;
        this.models = models;
        this.texts = texts;
        this.clock = clock;
    }

    /** What was typed stays out of the log: it is somebody's name. */
    @GET
    public String search(@QueryParam("soeg") @DefaultValue("") String text) {
        String sought = FreeText.optional(text, LONGEST);
        List<Known> found = sought.isEmpty() ? List.of() : people.search(sought, MOST);
        audit.addAll(
                "privacy.searched",
                found.stream()
                        .map(known -> new AuditLog.Subject(known.key().value(), ""))
                        .toList());
        models.put("sought", sought);
        models.put("found", found);
        return "privacy/search.xhtml";
    }

    @GET
    @Path("{person}")
    public String show(@PathParam("person") String text) {
        PersonKey key = key(text);
        Optional<Known> known = people.find(key);
        List<Holding> held = records.of(key);
        if (held.isEmpty()) {
            throw new NotFoundException();
        }
        audit.add("privacy.read", key.value(), "");
        Optional<LocalDate> keptUntil = known.flatMap(records::keptUntil);
        models.put("key", key);
        models.put("name", known.map(Known::name).orElse(key.value()));
        models.put("left", known.flatMap(Known::left));
        models.put("keptUntil", keptUntil);
        models.put(
                "employed",
                known.isPresent()
                        && known.flatMap(Known::left)
                                .filter(LocalDate.now(clock)::isAfter)
                                .isEmpty());
        models.put(
                "early",
                keptUntil.filter(last -> !LocalDate.now(clock).isAfter(last)).isPresent());
        models.put(
                "sharesName",
                known.filter(one -> people.isNameOfOthers(key, one.name())).isPresent());
        models.put("onlyLog", held.stream().allMatch(each -> each.kind().equals("access.log")));
        models.put(
                "held", held.stream().map(each -> new HoldingRows(each, texts)).toList());
        return "privacy/person.xhtml";
    }

    /** @param typed the key once more, by hand: nothing here can be undone */
    @POST
    @Path("{person}/slet")
    public Response erase(
            @PathParam("person") String text,
            @FormParam("key") @Nullable String typed,
            @FormParam("reason") @Nullable String reason) {
        PersonKey key = key(text);
        String confirmed = FreeText.optional(typed, LONGEST);
        String because = FreeText.optional(reason, LONGEST_REASON);
        if (!key.value().equals(confirmed)) {
            throw new Refusal("privacy.erase.notConfirmed");
        }
        records.erase(key, because);
        return redirect.toldOf("persondata", texts.get("privacy.erase.done"));
    }

    private static PersonKey key(String text) {
        try {
            return new PersonKey(text);
        } catch (IllegalArgumentException notOne) {
            throw new NotFoundException(notOne);
        }
    }
}
