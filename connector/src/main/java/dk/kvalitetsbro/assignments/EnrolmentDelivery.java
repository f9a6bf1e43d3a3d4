package dk.kvalitetsbro.assignments;

import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.assignments.LearningPlatform.Enrolment;
import dk.kvalitetsbro.assignments.LearningPlatform.Result;
import dk.kvalitetsbro.catalogue.Catalogue;
import dk.kvalitetsbro.catalogue.Course;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.outbox.About;
import dk.kvalitetsbro.outbox.Delivery;
import dk.kvalitetsbro.outbox.Entry;
import dk.kvalitetsbro.outbox.Outbox;
import dk.kvalitetsbro.outbox.Outcome;
import dk.kvalitetsbro.web.Bilingual;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Enrols people in the courses they were given. Enrolling somebody who is enrolled already changes nothing. */
@ApplicationScoped
class EnrolmentDelivery implements Delivery {
    /** An entry's key is the assignment's id; what to enrol is read when it is delivered. */
    static final String KIND = "enrolment";

    private final AssignmentStore store;
    private final LearningPlatform platform;
    private final Catalogue catalogue;
    private final Organisation organisation;

    @Inject
    EnrolmentDelivery(
            AssignmentStore store, LearningPlatform platform, Catalogue catalogue, Organisation organisation) {
        this.store = store;
        this.platform = platform;
        this.catalogue = catalogue;
        this.organisation = organisation;
    }

    static Outbox.Item item(long assignment) {
        return new Outbox.Item(String.valueOf(assignment), "");
    }

    static Outbox.Stuck stuck(AssignmentStore.Stuck assignment) {
        return new Outbox.Stuck(String.valueOf(assignment.id()), parked(assignment.obstacle(), assignment.personKey()));
    }

    private static Outcome.Parked parked(String obstacle, PersonKey person) {
        return new Outcome.Parked("assignments.obstacle." + obstacle, person.value());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<Long, Outcome> deliver(List<Entry> batch) {
        Map<Long, Enrolment> wanted = enrolments(batch);
        try {
            Map<Long, Result> results = platform.enrol(List.copyOf(wanted.values()));
            store.keep(results);
            return outcomes(batch, entry -> outcome(wanted.get(assignment(entry)), results.get(assignment(entry))));
        } catch (LearningPlatform.Unavailable e) {
            return outcomes(batch, entry -> new Outcome.TryLater(String.valueOf(e.getMessage())));
        }
    }

    /** Closes the assignment, which would wait for ever otherwise. */
    @Override
    public void dropped(Entry entry) {
        store.withdraw(assignment(entry));
    }

    @Override
    public Map<Long, About> describe(List<Entry> entries) {
        Map<Long, Enrolment> about = enrolments(entries);
        Map<PersonKey, String> names = organisation.names(
                about.values().stream().map(Enrolment::person).toList());
        Map<Long, String> courses = catalogue.courses().stream().collect(Collectors.toMap(Course::id, Course::name));
        Map<Long, About> descriptions = new HashMap<>();
        for (Entry entry : entries) {
            Enrolment enrolment = about.get(assignment(entry));
            if (enrolment != null) {
                String who = names.getOrDefault(
                        enrolment.person(), enrolment.person().value());
                String course = courses.getOrDefault(enrolment.courseId(), "#" + enrolment.courseId());
                descriptions.put(entry.id(), describe(who, course));
            }
        }
        return descriptions;
    }

    private static About describe(String who, String course) {
        return new About(new Bilingual(who + ": " + course, who + ": " + course), new Bilingual(course, course));
    }

    private Map<Long, Enrolment> enrolments(List<Entry> entries) {
        List<Long> ids = entries.stream().map(EnrolmentDelivery::assignment).toList();
        return store.enrolments(ids).stream().collect(Collectors.toMap(Enrolment::assignment, Function.identity()));
    }

    private static long assignment(Entry entry) {
        return Long.parseLong(entry.key());
    }

    private static Map<Long, Outcome> outcomes(List<Entry> batch, Function<Entry, Outcome> outcome) {
        return batch.stream().collect(Collectors.toMap(Entry::id, outcome));
    }

    /** What is not wanted any more, because the assignment has ended, is as good as delivered. */
    private static Outcome outcome(@Nullable Enrolment wanted, @Nullable Result result) {
        if (wanted == null || (result != null && result.isEnrolled())) {
            return new Outcome.Delivered();
        }
        return result != null && result.isObstacle()
                ? parked(result.name(), wanted.person())
                : new Outcome.TryLater("the platform did not tell whether the enrolment succeeded");
    }
}
