package dk.kvalitetsbro.moodle.client;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Plans of the competencies that somebody shall reach, and the templates that such plans are made from. */
public final class LearningPlans {
    private static final String TEMPLATES = "core_competency_list_templates";
    private static final String CREATE_TEMPLATE = "core_competency_create_template";
    private static final String ADD_TO_TEMPLATE = "core_competency_add_competency_to_template";
    private static final String OF_USER = "core_competency_list_user_plans";
    private static final String CREATE = "core_competency_create_plan";
    private static final String ADD = "core_competency_add_competency_to_plan";
    private static final String COMPLETE = "core_competency_complete_plan";
    private static final String COMPETENCIES = "core_competency_list_plan_competencies";

    /** A template ({@code core_competency_list_templates}). */
    public record Template(long id, String shortname, Optional<Instant> due, boolean visible) {
        static Template from(Fields row) {
            return new Template(row.number("id"), row.text("shortname"), row.time("duedate"), row.flag("visible"));
        }
    }

    /** How far a plan has come. */
    public enum Status {
        DRAFT(0),
        ACTIVE(1),
        COMPLETE(2),
        WAITING_FOR_REVIEW(3),
        IN_REVIEW(4);

        private final long number;

        Status(long number) {
            this.number = number;
        }

        static Status of(long number) {
            return Arrays.stream(values())
                    .filter(status -> status.number == number)
                    .findFirst()
                    .orElseThrow(() -> Effect.READS.lostReply("A plan has the unknown status " + number, null));
        }
    }

    /**
     * Somebody's plan ({@code core_competency_list_user_plans}).
     *
     * @param template the id of the template that it follows, if any
     */
    public record Plan(
            long id, long userId, String name, Optional<Long> template, Status status, Optional<Instant> due) {
        static Plan from(Fields row) {
            return new Plan(
                    row.number("id"),
                    row.number("userid"),
                    row.text("name"),
                    row.optionalNumber("templateid"),
                    Status.of(row.number("status")),
                    row.time("duedate"));
        }
    }

    /**
     * A competency in somebody's plan and how the person stands with it.
     *
     * @param grade      the value of the scale, counted from 1, if graded
     * @param proficient absent while not graded
     */
    public record PlannedCompetency(
            Competencies.Competency competency, Optional<Long> grade, Optional<Boolean> proficient) {
        /** While a plan goes on Moodle tells the competency of the person, and afterwards that of the plan. */
        static PlannedCompetency from(Fields row) {
            var state = row.has("usercompetency") ? row.object("usercompetency") : row.object("usercompetencyplan");
            return new PlannedCompetency(
                    Competencies.Competency.from(row.object("competency")),
                    state.optionalNumber("grade"),
                    state.optionalText("proficiency").map(told -> state.flag("proficiency")));
        }
    }

    private final Wire wire;

    LearningPlans(Wire wire) {
        this.wire = wire;
    }

    /** The templates of the whole site. */
    public List<Template> templates() {
        var params = Params.none()
                .add("sort", "shortname")
                .add("order", "ASC")
                .add("skip", 0)
                .add("limit", 0)
                .add("context[contextlevel]", "system")
                .add("context[instanceid]", 0)
                .add("includes", "children")
                .add("onlyvisible", false);
        return wire.list(TEMPLATES, params, Template::from);
    }

    /** Makes a template for the whole site. After {@link MoodleException.Unclear} look for it before trying again. */
    public Template createTemplate(String shortname, String description) {
        var params = Params.none()
                .add("template[shortname]", shortname)
                .add("template[description]", description)
                .add("template[descriptionformat]", 1)
                .add("template[duedate]", 0)
                .add("template[visible]", true)
                .add("template[contextlevel]", "system")
                .add("template[instanceid]", 0);
        return Template.from(wire.write(CREATE_TEMPLATE, params));
    }

    /** Adds a competency to a template; says false where it was there. */
    public boolean addToTemplate(long templateId, long competencyId) {
        return wire.told(
                ADD_TO_TEMPLATE, Params.none().add("templateid", templateId).add("competencyid", competencyId));
    }

    /** Somebody's plans. */
    public List<Plan> of(long userId) {
        return wire.list(OF_USER, Params.none().add("userid", userId), Plan::from);
    }

    /** Makes an active plan for somebody. After {@link MoodleException.Unclear} look for it before trying again. */
    public Plan create(long userId, String name, String description, Optional<Instant> due) {
        var params = Params.none() // an empty templateid would be refused
                .add("plan[name]", name)
                .add("plan[description]", description)
                .add("plan[descriptionformat]", 1)
                .add("plan[userid]", userId)
                .add("plan[status]", Status.ACTIVE.number)
                .add("plan[duedate]", due.orElse(Instant.EPOCH));
        return Plan.from(wire.write(CREATE, params));
    }

    /** Adds a competency to a plan that follows no template; says false where it was there. */
    public boolean add(long planId, long competencyId) {
        return wire.told(ADD, Params.none().add("planid", planId).add("competencyid", competencyId));
    }

    /** Marks a plan as complete. */
    public boolean complete(long planId) {
        return wire.told(COMPLETE, Params.none().add("planid", planId));
    }

    /** The competencies of a plan and how the person stands with each. */
    public List<PlannedCompetency> competencies(long planId) {
        return wire.list(COMPETENCIES, Params.none().add("id", planId), PlannedCompetency::from);
    }
}
