package dk.kvalitetsbro.workshops;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.access.CurrentActor;
import dk.kvalitetsbro.access.PageFrame;
import dk.kvalitetsbro.access.Redirect;
import dk.kvalitetsbro.organisation.Centre;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.themes.Goals;
import dk.kvalitetsbro.themes.Themes;
import dk.kvalitetsbro.web.Refusal;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows a workshop at one of its steps: what lies on the table, and what the group has written. */
@RequestScoped
public class WorkshopView {
    /**
     * @param number the step's place in the recommended order, from 1
     * @param count  what the group has written down in it so far
     */
    record StepLink(Step step, int number, String slug, boolean current, int count) {}

    private static final int UNPROCESSABLE = 422;
    private static final String VIEW = "workshops/workshop.xhtml";

    private final Workshops workshops;
    private final CoreTasks coreTasks;
    private final Bubbles bubbles;
    private final Links links;
    private final Wonderings wonderings;
    private final Priorities priorities;
    private final Material material;
    private final Goals goals;
    private final Organisation organisation;
    private final Themes themes;
    private final CurrentActor actor;
    private final Models models;
    private final Texts texts;
    private final Redirect redirect;
    private final PageFrame page;

    @Inject
    public WorkshopView(
            Workshops workshops,
            CoreTasks coreTasks,
            Bubbles bubbles,
            Links links,
            Wonderings wonderings,
            Priorities priorities,
            Material material,
            Goals goals,
            Organisation organisation,
            Themes themes,
            CurrentActor actor,
            Models models,
            Texts texts,
            Redirect redirect,
            PageFrame page) {
        this.workshops = workshops;
        this.coreTasks = coreTasks;
        this.bubbles = bubbles;
        this.links = links;
        this.wonderings = wonderings;
        this.priorities = priorities;
        this.material = material;
        this.goals = goals;
        this.organisation = organisation;
        this.themes = themes;
        this.actor = actor;
        this.models = models;
        this.texts = texts;
        this.redirect = redirect;
        this.page = page;
    }

    /** @throws NotFoundException when the centre has no such workshop */
    Workshop workshop(CentreCode centre, long id) {
        return workshops.find(centre, id).orElseThrow(NotFoundException::new);
    }

    /** @return the view's name, its models filled in */
    String show(Workshop workshop, Step step, Optional<String> card, Map<String, String> typed) {
        models.put("workshop", workshop);
        models.put(
                "centreName",
                organisation.centre(workshop.centre()).map(Centre::name).orElse(""));
        models.put("step", step);
        models.put("slug", step.slug());
        models.put("steps", steps(workshop, step));
        models.put("typed", typed);
        models.put("leads", actor.get().leads().contains(workshop.centre()));
        table(step, card);
        written(workshop, step);
        return VIEW;
    }

    /**
     * Does what a form asks for, and leads back to its step. When that is refused, the step is shown again with the
     * reason and with what was typed, so that nobody has to write it twice.
     *
     * @param change returns the key of the sentence that says what was done
     */
    Response answer(Workshop workshop, Step step, Typed typed, Supplier<String> change) {
        try {
            return redirect.toldOf(workshop.path() + "?trin=" + step.slug(), texts.get(change.get()));
        } catch (Refusal refusal) {
            models.put("refusal", texts.of(refusal.key(), refusal.arguments()));
            page.comeBackTo(workshop.path() + "?trin=" + step.slug());
            return Response.status(UNPROCESSABLE)
                    .entity(show(workshop, step, Optional.empty(), typed.again()))
                    .build();
        }
    }

    private void table(Step step, Optional<String> card) {
        models.put("formalCoreTask", material.formalCoreTask());
        models.put("values", material.values());
        models.put("topics", Topic.values());
        models.put("cards", material.cards());
        models.put("deck", Deck.of(material.cards(), card, step.topic()));
    }

    private void written(Workshop workshop, Step step) {
        List<CoreTask> wordings = coreTasks.of(workshop);
        models.put("coreTask", wordings.isEmpty() ? null : wordings.get(0));
        models.put("earlier", wordings.stream().skip(1).toList());
        switch (step) {
            case CORE_TASK -> {}
            case BUBBLES -> board(workshop);
            case LINKS -> {
                board(workshop);
                models.put("links", links.of(workshop));
            }
            case WONDERINGS -> {
                models.put("wonderings", wonderings.of(workshop));
                models.put("cardByCode", byKey(material.cards(), Card::code));
            }
            case PRIORITIES -> {
                board(workshop);
                priorities(workshop);
            }
        }
    }

    private void board(Workshop workshop) {
        List<Bubble> all = bubbles.of(workshop);
        models.put("rings", Ring.of(all, goals.pursued()));
        models.put("bubbleById", byKey(all, Bubble::id));
    }

    private void priorities(Workshop workshop) {
        models.put("priorities", priorities.of(workshop));
        models.put("themes", themes.inUse());
        models.put("themeByCode", themes.byCode());
        models.put("valueByCode", byKey(material.values(), Value::code));
        models.put("needByPriority", priorities.raised(workshop));
    }

    private static List<StepLink> steps(Workshop workshop, Step current) {
        return Stream.of(Step.values())
                .map(step -> new StepLink(
                        step, step.ordinal() + 1, step.slug(), step == current, step.count(workshop.tally())))
                .toList();
    }

    private static <K, T> Map<K, T> byKey(List<T> all, Function<T, K> key) {
        return all.stream().collect(Collectors.toMap(key, Function.identity()));
    }
}
