package dk.kvalitetsbro.assignments;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.catalogue.Catalogue;
import dk.kvalitetsbro.catalogue.Course;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.organisation.StaffMember;
import dk.kvalitetsbro.outbox.Outbox;
import dk.kvalitetsbro.themes.Decision;
import dk.kvalitetsbro.themes.Need;
import dk.kvalitetsbro.themes.Needs;
import dk.kvalitetsbro.web.Refusal;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Gives staff courses to take, as a leader decided. The learning platform hears of it later, through the outbox. Nobody
 * has the same course open twice: giving it again changes nothing.
 */
@ApplicationScoped
public class Assignments {
    /**
     * A course that a person was enrolled in and cannot complete any more.
     *
     * @param why an obstacle
     */
    public record Lost(PersonKey person, long course, LearningPlatform.Result why) {}

    /** A course that a person has completed. */
    public record Done(PersonKey person, long course) {}

    /** A course that a person is enrolled in again. */
    public record Regained(PersonKey person, long course) {}

    /**
     * What a confirmation led to.
     *
     * @param given   people who got the course now
     * @param leftOut people who already had it or have completed it
     * @param stuck   of these, people whose enrolment waits for somebody to act on the worklist
     */
    public record Result(int given, int leftOut, int stuck) {}

    private final AssignmentStore store;
    private final Needs needs;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Texts texts;
    private final Clock clock;

    @Inject
    public Assignments(
            AssignmentStore store,
            Needs needs,
            Catalogue catalogue,
            Organisation organisation,
            Outbox outbox,
            AuditLog audit,
            Texts texts,
            Clock clock) {
        this.store = store;
        this.needs = needs;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.outbox = outbox;
        this.audit = audit;
        this.texts = texts;
        this.clock = clock;
    }

    /** @throws NotFoundException when the need is not the centre's */
    public Need need(CentreCode centre, long id) {
        return needs.find(centre, id).orElseThrow(NotFoundException::new);
    }

    /** @return the courses that can be given as the answer to a need */
    public List<Offer> offers(Need need) {
        List<PersonKey> staff = organisation.staff(need.centre(), today()).stream()
                .map(StaffMember::personKey)
                .distinct()
                .toList();
        Map<Long, AssignmentStore.Takers> takers = store.takers(staff);
        return courses(need)
                .map(course -> {
                    var known = takers.getOrDefault(course.id(), new AssignmentStore.Takers(course.id(), 0, 0));
                    return new Offer(course, known.completed(), known.taking());
                })
                .toList();
    }

    /**
     * @return what carrying out the order would mean; nothing is changed
     * @throws NotFoundException when the need is not the centre's
     * @throws Refusal           when the course, the people or the day cannot be chosen
     */
    public Plan plan(Order order) {
        Need need = need(order.centre(), order.need());
        Course course = courses(need)
                .filter(offered -> offered.id() == order.course())
                .findFirst()
                .orElseThrow(() -> new Refusal("assignments.refused.course"));
        if (order.due().isBefore(today())) {
            throw new Refusal("assignments.refused.due");
        }
        return new Plan(need, course, order.due(), order.mandatory(), candidates(order));
    }

    /**
     * Gives the course to those of the chosen who neither take nor have completed it, and accepts the need. Whose
     * earlier enrolment was given up on the worklist gets it anew.
     */
    @Transactional
    public Result assign(Order order) {
        Plan plan = plan(order);
        List<Long> given = store.add(order.centre(), plan);
        outbox.addAll(
                EnrolmentDelivery.KIND,
                given.stream().map(EnrolmentDelivery::item).toList());
        if (!given.isEmpty()) {
            accept(plan);
            audit.add(
                    "assignments.assigned",
                    order.centre().value(),
                    plan.course().code() + " x " + given.size() + ", need " + order.need());
        }
        return new Result(
                given.size(), plan.people().size() - given.size(), plan.stuck().size());
    }

    /** Ends the open assignments of what people have completed. Said again, it changes nothing. */
    @Transactional
    public void complete(Collection<Done> done) {
        settle(store.complete(done));
    }

    /** Goes on with assignments whose enrolment had ended. Said again, it changes nothing. */
    @Transactional
    public void regained(Collection<Regained> regained) {
        settle(store.regain(regained));
    }

    /** Nobody has to do anything about their deliveries any more. */
    private void settle(List<Long> assignments) {
        outbox.settleAll(
                EnrolmentDelivery.KIND,
                assignments.stream().map(String::valueOf).toList());
    }

    /**
     * Sets the enrolments aside that are no more, with their deliveries: trying again enrols anew, removing closes the
     * assignment. Said again, it changes nothing.
     */
    @Transactional
    public void lost(Collection<Lost> lost) {
        outbox.parkAll(
                EnrolmentDelivery.KIND,
                store.lose(lost).stream().map(EnrolmentDelivery::stuck).toList());
    }

    private Stream<Course> courses(Need need) {
        return catalogue.coursesFor(need.theme().code()).stream();
    }

    /** Giving a course is a decision about the need, unless the leader has accepted it already. */
    private void accept(Plan plan) {
        boolean accepted = plan.need()
                .decision()
                .map(made -> made.choice() == Decision.Choice.ACCEPTED)
                .orElse(false);
        if (!accepted) {
            String reason = texts.of(
                    "assignments.decision.reason",
                    plan.course().name(),
                    plan.receivers().size());
            needs.decide(plan.need(), Decision.Choice.ACCEPTED, reason);
        }
    }

    /** One candidate per person, also when two of their employments at the centre were chosen. */
    private List<Plan.Candidate> candidates(Order order) {
        Map<PersonKey, StaffMember> chosen = new LinkedHashMap<>();
        organisation.staff(order.centre(), today()).stream()
                .filter(member -> order.employees().contains(member.employmentNumber()))
                .forEach(member -> chosen.putIfAbsent(member.personKey(), member));
        if (chosen.isEmpty()) {
            throw new Refusal("assignments.refused.nobody");
        }
        Map<PersonKey, Plan.Standing> standings = store.standings(order.course(), chosen.keySet());
        return chosen.values().stream()
                .map(who -> new Plan.Candidate(who, standings.getOrDefault(who.personKey(), Plan.Standing.NEW)))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
