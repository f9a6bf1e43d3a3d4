package dk.kvalitetsbro.surveys;

import dk.kvalitetsbro.access.Redirect;
import dk.kvalitetsbro.web.Refusal;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rounds, and the next sensible step of each. */
@Controller
@RequestScoped
@Path("runder")
public class RoundsPage {
    /**
     * @param next       what to do now
     * @param first      whether it is the one to do something about first: of those not published, the one that has come furthest
     * @param canClose   whether it can be closed now, sensible or not
     * @param thresholds as fields of a form, of which a planned round's can be filled in
     */
    record View(
            Round round,
            Next next,
            boolean first,
            boolean canClose,
            List<Turnout.Count> turnout,
            List<ThresholdForm.Field> thresholds) {}

    /** The next sensible step of a round. */
    enum Next {
        OPEN,
        IMPORT,
        CLOSE,
        PUBLISH,
        READ
    }

    private final Rounds rounds;
    private final Turnout turnout;
    private final Redirect redirect;
    private final Texts texts;
    private final Models models;
    private final Clock clock;

    @Inject
    public RoundsPage(Rounds rounds, Turnout turnout, Redirect redirect, Texts texts, Models models, Clock clock) {
        this.rounds = rounds;
        this.turnout = turnout;
        this.redirect = redirect;
        this.texts = texts;
        this.models = models;
        this.clock = clock;
    }

    @GET
    public String show() {
        models.put("rounds", views());
        models.put("states", Round.State.values());
        return "surveys/rounds.xhtml";
    }

    /** @return the newest round first */
    private List<View> views() {
        List<Round> all = rounds.all();
        Map<String, List<Turnout.Count>> counts = turnout.byRound();
        Optional<Round> first = all.stream()
                .filter(round -> !round.is(Round.State.PUBLISHED))
                .sorted(Comparator.comparing(Round::state).reversed())
                .findFirst();
        List<View> views = new ArrayList<>();
        for (Round round : all) {
            views.add(0, view(round, first.equals(Optional.of(round)), counts.getOrDefault(round.code(), List.of())));
        }
        return views;
    }

    private View view(Round round, boolean first, List<Turnout.Count> counts) {
        boolean answered = counts.stream().anyMatch(group -> group.answered() > 0);
        boolean canClose = answered && round.is(Round.State.OPEN);
        var thresholds = ThresholdForm.fields(rounds.thresholds(round.code()), texts.locale());
        return new View(round, next(round, canClose), first, canClose, counts, thresholds);
    }

    private Next next(Round round, boolean canClose) {
        return switch (round.state()) {
            case PLANNED -> Next.OPEN;
            case OPEN -> canClose && round.closes().isBefore(LocalDate.now(clock)) ? Next.CLOSE : Next.IMPORT;
            case CLOSED -> Next.PUBLISH;
            case PUBLISHED -> Next.READ;
        };
    }

    @POST
    public Response plan(
            @FormParam("code") @Nullable String code,
            @FormParam("name") @Nullable String name,
            @FormParam("opens") @Nullable String opens,
            @FormParam("closes") @Nullable String closes) {
        String planned = String.valueOf(code).strip();
        rounds.plan(planned, String.valueOf(name), date(opens), date(closes));
        return told("surveys.told.planned", planned);
    }

    private static LocalDate date(@Nullable String text) {
        try {
            return LocalDate.parse(text == null ? "" : text.strip());
        } catch (DateTimeParseException e) {
            throw new Refusal("surveys.round.notADate");
        }
    }

    @POST
    @Path("{round}/graenser")
    public Response setThresholds(@PathParam("round") String round, MultivaluedMap<String, String> form) {
        rounds.setThresholds(round, ThresholdForm.read(form::getFirst));
        return told("surveys.told.thresholds", round);
    }

    @POST
    @Path("{round}/aabn")
    public Response open(@PathParam("round") String round) {
        rounds.open(round);
        return told("surveys.told.opened", round);
    }

    @POST
    @Path("{round}/luk")
    public Response close(@PathParam("round") String round) {
        rounds.close(round);
        return told("surveys.told.closed", round);
    }

    @POST
    @Path("{round}/offentliggoer")
    public Response publish(@PathParam("round") String round) {
        rounds.publish(round);
        return told("surveys.told.published", round);
    }

    private Response told(String key, String round) {
        return redirect.toldOf("runder", texts.of(key, round));
    }
}
