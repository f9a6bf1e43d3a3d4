package dk.kvalitetsbro.moodle.client;

import dk.kvalitetsbro.moodle.client.CourseCompletion.Pair;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What {@link Completions#since} heard, each completion once.
 *
 * @param completions what was not heard before
 * @param next        where to go on from; keep it together with what was heard
 * @param route       how it was heard
 * @param calls       what it cost the site
 */
public record CompletionNews(List<Completion> completions, Mark next, CompletionRoute route, int calls) {
    public CompletionNews {
        completions = List.copyOf(completions);
    }

    /**
     * A completed course.
     *
     * @param at to the second, where the route or the course's criteria tell it
     */
    public record Completion(Pair pair, Optional<Instant> at) {}

    /**
     * How far somebody has heard. Moodle completes courses minutes after the fact and dates them back, so every question
     * reaches back an hour before {@code from}; {@code heard} keeps that from being told twice.
     *
     * @param from  the moment up to which the site was asked, to the second
     * @param heard what was told and may come up again
     * @param asked how many pairs of the scope have had their turn, where they are asked in rounds
     */
    public record Mark(Instant from, Set<Completion> heard, int asked) {
        public Mark {
            heard = Set.copyOf(heard);
        }

        /** The first mark: everything since a moment. */
        public static Mark at(Instant from) {
            return new Mark(from, Set.of(), 0);
        }
    }

    /**
     * What a question will take.
     *
     * @param calls  about how many calls to the site
     * @param rounds how many questions until each pair has been asked about; 1 where one tells all there is
     */
    public record Plan(CompletionRoute route, int calls, int rounds) {}
}
