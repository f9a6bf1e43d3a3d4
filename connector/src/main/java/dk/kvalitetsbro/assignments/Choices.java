package dk.kvalitetsbro.assignments;

import static java.nio.charset.StandardCharsets.UTF_8;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.organisation.StaffMember;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a leader has chosen so far on the way to an order; carried from step to step as form fields, kept nowhere.
 *
 * @param employees numbers of employments
 * @param due       the last day, empty while it is missing or no date
 */
record Choices(Optional<Long> course, Set<String> employees, Optional<LocalDate> due, boolean mandatory) {
    /** How long people have when the leader says nothing else. */
    private static final int USUAL_WEEKS = 12;

    static Choices read(MultivaluedMap<String, String> fields) {
        return new Choices(
                Optional.ofNullable(fields.getFirst("course")).flatMap(Choices::number),
                Set.copyOf(fields.getOrDefault("person", List.of())),
                date(fields.getFirst("due")),
                !"false".equals(fields.getFirst("mandatory")));
    }

    /** @return these choices as {@link #read} reads them from an address */
    String query() {
        StringJoiner fields = new StringJoiner("&");
        course.ifPresent(id -> fields.add("course=" + id));
        fields.add("due=" + due.map(LocalDate::toString).orElse(""));
        fields.add("mandatory=" + mandatory);
        employees.stream().sorted().forEach(number -> fields.add("person=" + URLEncoder.encode(number, UTF_8)));
        return fields.toString();
    }

    /** @return these choices with what is usual for people and date: everybody who is not on leave, in good time */
    Choices suggested(List<StaffMember> staff, LocalDate today) {
        return new Choices(course, present(staff, "alle"), Optional.of(today.plusWeeks(USUAL_WEEKS)), mandatory);
    }

    /** @param which {@code alle}, {@code ingen} or a job group; nobody on leave is chosen this way */
    Choices choosing(List<StaffMember> staff, String which) {
        return new Choices(course, present(staff, which), due, mandatory);
    }

    private static Set<String> present(List<StaffMember> staff, String which) {
        return staff.stream()
                .filter(member -> !member.onLeave())
                .filter(member ->
                        which.equals("alle") || which.equals(member.jobGroup().name()))
                .map(StaffMember::employmentNumber)
                .collect(Collectors.toSet());
    }

    boolean isDueFrom(LocalDate today) {
        return due.map(day -> !day.isBefore(today)).orElse(false);
    }

    /** @return the order, once a course, people and a date have been chosen */
    Optional<Order> order(CentreCode centre, long need) {
        return course.isEmpty() || due.isEmpty() || employees.isEmpty()
                ? Optional.empty()
                : Optional.of(new Order(centre, need, course.get(), employees, due.get(), mandatory));
    }

    private static Optional<Long> number(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static Optional<LocalDate> date(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(LocalDate::parse);
        } catch (DateTimeParseException notOne) {
            return Optional.empty();
        }
    }
}
