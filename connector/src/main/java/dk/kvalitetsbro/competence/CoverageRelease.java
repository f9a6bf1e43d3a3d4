package dk.kvalitetsbro.competence;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.organisation.JobGroup;
import dk.kvalitetsbro.privacy.Disclosure;
import dk.kvalitetsbro.privacy.Release;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One theme's head counts, released so that neither a cell, nor the difference between two views of it, tells about
 * fewer than the minimum:
 *
 * <ul>
 *   <li>a centre's cell shows when none of its three counts is small;
 *   <li>a single job group's cell shows when no count of any group at the centre is small, for the group left out is
 *       the whole less the others;
 *   <li>the municipality's total shows when it is not small itself, and what the withheld centres add up to is not
 *       small either, for that is the total less the centres shown.
 * </ul>
 */
final class CoverageRelease {
    private final Map<CentreCode, Map<JobGroup, Progress>> centres = new HashMap<>();
    private final Optional<JobGroup> only;
    private final Disclosure disclosure;

    /** @param only the one job group to show, or none to show all of them together */
    CoverageRelease(Collection<Tally> ofOneTheme, Optional<JobGroup> only, Disclosure disclosure) {
        ofOneTheme.forEach(tally -> centres.computeIfAbsent(tally.centre(), any -> new EnumMap<>(JobGroup.class))
                .merge(tally.jobGroup(), tally.progress(), Progress::plus));
        this.only = only;
        this.disclosure = disclosure;
    }

    Release<Progress> at(CentreCode centre) {
        Map<JobGroup, Progress> staff = centres.getOrDefault(centre, Map.of());
        return disclosure.headCount(counts(staff).toArray(), () -> shown(staff));
    }

    Release<Progress> inAll() {
        Map<JobGroup, Progress> everybody = sum(centres.values());
        Map<JobGroup, Progress> withheld = sum(centres.entrySet().stream()
                .filter(centre -> !at(centre.getKey()).isShown())
                .map(Map.Entry::getValue)
                .toList());
        int[] counts = IntStream.concat(counts(everybody), counts(withheld)).toArray();
        return disclosure.headCount(counts, () -> shown(everybody));
    }

    /** The counts that can be worked out once these staff's figure is shown. */
    private IntStream counts(Map<JobGroup, Progress> staff) {
        Stream<Progress> published = only.isPresent() ? staff.values().stream() : Stream.of(shown(staff));
        return published.flatMapToInt(progress -> IntStream.of(progress.done(), progress.ongoing(), progress.none()));
    }

    private Progress shown(Map<JobGroup, Progress> staff) {
        return only.map(group -> staff.getOrDefault(group, Progress.NOBODY))
                .orElseGet(() -> staff.values().stream().reduce(Progress.NOBODY, Progress::plus));
    }

    private static Map<JobGroup, Progress> sum(Collection<Map<JobGroup, Progress>> several) {
        Map<JobGroup, Progress> sum = new EnumMap<>(JobGroup.class);
        several.forEach(each -> each.forEach((group, progress) -> sum.merge(group, progress, Progress::plus)));
        return sum;
    }
}
