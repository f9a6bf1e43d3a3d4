package dk.kvalitetsbro.competence;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.competence.HiddenCounts.Split;
import dk.kvalitetsbro.organisation.JobGroup;
import dk.kvalitetsbro.privacy.Disclosure;
import dk.kvalitetsbro.privacy.Release;
import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One theme's head counts, released so that neither a cell, nor what is left when cells of one view or of several are
 * subtracted from each other, tells about fewer than the minimum:
 *
 * <ul>
 *   <li>a centre's cell shows when none of its three counts is small;
 *   <li>a single job group's cell shows when no count of any group at the centre is small, for the group left out is
 *       the whole less the others;
 *   <li>the municipality's total shows when it is not small itself, nor what the withheld centres add up to, for that is
 *       the total less the centres shown; and when these leave each small count uncertain;
 *   <li>a job group's total shows when the same holds of every group, and when the total of all groups shows: that is
 *       what the groups' add up to.
 * </ul>
 */
final class CoverageRelease {
    private static final int MINIMUM = 5;

    private final Map<CentreCode, Map<JobGroup, Progress>> centres = new HashMap<>();
    private final Optional<JobGroup> only;
    private final Disclosure disclosure = Disclosure.withMinimum(MINIMUM);
    private final HiddenCounts hidden = new HiddenCounts(MINIMUM);

    /** @param only the one job group to show, or none to show all of them together */
    CoverageRelease(Collection<Tally> ofOneTheme, Optional<JobGroup> only) {
        ofOneTheme.forEach(tally -> centres.computeIfAbsent(tally.centre(), any -> new EnumMap<>(JobGroup.class))
                .merge(tally.jobGroup(), tally.progress(), Progress::plus));
        this.only = only;
    }

    Release<Progress> at(CentreCode centre) {
        return release(centres.getOrDefault(centre, Map.of()));
    }

    Release<Progress> inAll() {
        boolean mayBeTold = togetherMayBeTold() && (only.isEmpty() || groupsMayBeTold());
        return mayBeTold ? release(sum(centres.values())) : new Release.Withheld<>(WithheldReason.TO_PROTECT_ANOTHER);
    }

    /** Unless a count is small, of those that can be worked out once the figure is shown. */
    private Release<Progress> release(Map<JobGroup, Progress> staff) {
        Stream<Progress> published = only.isPresent() ? staff.values().stream() : Stream.of(together(staff));
        int[] counts = published
                .flatMapToInt(progress -> IntStream.of(progress.done(), progress.ongoing(), progress.none()))
                .toArray();
        return disclosure.headCount(
                counts, () -> only.map(group -> of(group, staff)).orElseGet(() -> together(staff)));
    }

    private boolean togetherMayBeTold() {
        List<Progress> withheld =
                withheldTogether().map(CoverageRelease::together).toList();
        return !hidden.hasSmall(sum(withheld.stream())) && hidden.stayHidden(withheld);
    }

    private boolean groupsMayBeTold() {
        List<Map<JobGroup, Progress>> nowhere = withheldTogether().toList();
        List<Map<JobGroup, Progress>> onlyTogether = centres.values().stream()
                .filter(staff -> !hidden.hasSmall(together(staff)))
                .filter(staff -> staff.values().stream().anyMatch(hidden::hasSmall))
                .toList();
        return Coverage.JOB_GROUPS.stream()
                        .allMatch(group -> !hidden.hasSmall(sum(Stream.concat(nowhere.stream(), onlyTogether.stream())
                                        .map(staff -> of(group, staff))))
                                && hidden.stayHidden(nowhere.stream()
                                        .map(staff -> of(group, staff))
                                        .toList()))
                && hidden.stayHiddenInGroups(splits(onlyTogether), splits(nowhere));
    }

    /** The centres where not even all job groups together are shown. */
    private Stream<Map<JobGroup, Progress>> withheldTogether() {
        return centres.values().stream().filter(staff -> hidden.hasSmall(together(staff)));
    }

    private static List<Split> splits(List<Map<JobGroup, Progress>> several) {
        JobGroup first = Coverage.JOB_GROUPS.get(0);
        return several.stream()
                .map(staff -> new Split(
                        of(first, staff),
                        sum(staff.entrySet().stream()
                                .filter(other -> other.getKey() != first)
                                .map(Map.Entry::getValue))))
                .toList();
    }

    private static Progress of(JobGroup group, Map<JobGroup, Progress> staff) {
        return staff.getOrDefault(group, Progress.NOBODY);
    }

    private static Progress together(Map<JobGroup, Progress> staff) {
        return sum(staff.values().stream());
    }

    private static Progress sum(Stream<Progress> several) {
        return several.reduce(Progress.NOBODY, Progress::plus);
    }

    private static Map<JobGroup, Progress> sum(Collection<Map<JobGroup, Progress>> several) {
        Map<JobGroup, Progress> sum = new EnumMap<>(JobGroup.class);
        several.forEach(each -> each.forEach((group, progress) -> sum.merge(group, progress, Progress::plus)));
        return sum;
    }
}
