package dk.kvalitetsbro.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import dk.kvalitetsbro.web.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The demo's sign-in, where a role is chosen; it does not exist outside demo mode. And the way out. */
@Controller
@RequestScoped
@Path("")
public class SignIn {
    /** Where one is told so. */
    static final String SIGNED_OUT = "log-ind?ud=1";

    private static final int LONGEST_NOTED = 64;
    private static final Set<Role> LOOP =
            EnumSet.of(Role.STAFF, Role.LEADER, Role.HR, Role.ADMINISTRATION, Role.SYSTEM_ADMINISTRATOR);

    private final Scope scope;
    private final Sessions sessions;
    private final Cookies cookies;
    private final Entrance entrance;
    private final AuditLog audit;
    private final CurrentActor current;
    private final Models models;
    private final Clock clock;
    private final Instance<WayOut> waysOut;
    private final HttpServletRequest request;
    private final boolean demo;
    private final List<String> accounts;
    private final Optional<String> bootstrapAdministrator;

    @Inject
    public SignIn(
            Scope scope,
            Sessions sessions,
            Cookies cookies,
            Entrance entrance,
            AuditLog audit,
            CurrentActor current,
            Models models,
            Clock clock,
            Instance<WayOut> waysOut,
            HttpServletRequest request,
            @ConfigProperty(name = "demo.mode") boolean demo,
            @ConfigProperty(name = "demo.accounts") Optional<String> accounts,
            @ConfigProperty(name = "bootstrap.administrator") Optional<String> bootstrapAdministrator) {
        this.scope = scope;
        this.sessions = sessions;
        this.cookies = cookies;
        this.entrance = entrance;
        this.audit = audit;
        this.current = current;
        this.models = models;
        this.clock = clock;
        this.waysOut = waysOut;
        this.request = request;
        this.demo = demo;
        this.accounts = accounts.map(keys -> List.of(keys.split(","))).orElse(List.of());
        this.bootstrapAdministrator = bootstrapAdministrator;
    }

    @GET
    public Object front() {
        return current.find().<Object>map(actor -> Redirect.to(Home.of(actor))).orElseGet(() -> Redirect.to("log-ind"));
    }

    @GET
    @Path("log-ind")
    public String choose(@QueryParam("til") @Nullable String page, @QueryParam("ud") @Nullable String out) {
        models.put("out", out != null);
        models.put(
                "asked",
                OwnPage.of(page)
                        .map(own -> "?til=" + URLEncoder.encode(own, UTF_8))
                        .orElse(""));
        List<Actor> offered = demo ? demoAccounts() : List.of();
        models.put("accounts", offered.stream().filter(SignIn::isOfTheLoop).toList());
        models.put(
                "others", offered.stream().filter(actor -> !isOfTheLoop(actor)).toList());
        return "access/sign-in.xhtml";
    }

    @POST
    @Path("log-ind")
    public Response signIn(@FormParam("person") @Nullable String person) {
        if (!demo) {
            throw new NotFoundException();
        }
        Actor actor = demoAccounts().stream()
                .filter(account -> account.key().value().equals(person))
                .findFirst()
                .orElseThrow(() -> refused(person));
        return entrance.admit(actor.key(), "demo", Optional.empty()).orElseThrow();
    }

    private Refusal refused(@Nullable String person) {
        audit.addAtTheDoor(Optional.empty(), "access.signInRefused", beginning(person), "demo");
        return new Refusal("access.signIn.unknown");
    }

    /** What somebody sends who is not signed in may be as long as they please. */
    private static String beginning(@Nullable String text) {
        return text == null ? "" : text.substring(0, Math.min(text.length(), LONGEST_NOTED));
    }

    /** Whoever presses the button on a page that has stood open for too long is signed out already, and is told so. */
    @POST
    @Path("log-ud")
    public Response signOut() {
        Optional<String> session = cookies.session();
        session.flatMap(sessions::find)
                .map(found -> found.actor().key())
                .ifPresent(person -> audit.addAtTheDoor(Optional.of(person), "access.signedOut", person.value(), ""));
        session.ifPresent(sessions::end);
        String next = waysOut.stream()
                .flatMap(way -> way.after(request).stream())
                .findFirst()
                .orElse(SIGNED_OUT);
        return Redirect.with(next, cookies.sessionEnded());
    }

    /** Whoever takes part in the loop from survey to course is seen at once, everybody else on demand. */
    private static boolean isOfTheLoop(Actor actor) {
        return actor.roles().stream().anyMatch(LOOP::contains);
    }

    private List<Actor> demoAccounts() {
        LocalDate today = LocalDate.now(clock);
        return Stream.concat(accounts.stream(), bootstrapAdministrator.stream())
                .distinct()
                .flatMap(key -> scope.actor(new PersonKey(key), today).stream())
                .toList();
    }
}
