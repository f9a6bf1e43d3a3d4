package dk.kvalitetsbro.workshops;

import java.util.Optional;
import java.util.stream.Stream;

/** A step of a workshop. The order is a recommendation: any step can be taken at any time, and again. */
enum Step {
    CORE_TASK("kerneopgave", Topic.CORE_TASK),
    BUBBLES("bobler", Topic.INTERNATIONAL),
    LINKS("sammenhaenge", Topic.MUNICIPAL),
    WONDERINGS("undren", Topic.WONDERING),
    PRIORITIES("prioriteringer", Topic.VALUES);

    private final String slug;
    private final Topic topic;

    Step(String slug, Topic topic) {
        this.slug = slug;
        this.topic = topic;
    }

    /** @return its name in addresses */
    String slug() {
        return slug;
    }

    /** @return what the reflection card on top is about, unless the group has turned to another one */
    Topic topic() {
        return topic;
    }

    /** @return what the group has written down in this step so far */
    int count(Workshop.Tally tally) {
        return switch (this) {
            case CORE_TASK -> tally.coreTasks();
            case BUBBLES -> tally.bubbles();
            case LINKS -> tally.links();
            case WONDERINGS -> tally.questions();
            case PRIORITIES -> tally.priorities();
        };
    }

    static Optional<Step> named(String slug) {
        return Stream.of(values()).filter(step -> step.slug.equals(slug)).findFirst();
    }

    /** @return the first step that nothing has been written in; one may well have nothing to wonder about */
    static Step next(Workshop.Tally tally) {
        return Stream.of(values())
                .filter(step -> step != WONDERINGS && step.count(tally) == 0)
                .findFirst()
                .orElse(PRIORITIES);
    }
}
