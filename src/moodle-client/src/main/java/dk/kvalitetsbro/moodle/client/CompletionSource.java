package dk.kvalitetsbro.moodle.client;

import dk.kvalitetsbro.moodle.client.CompletionNews.Completion;
import dk.kvalitetsbro.moodle.client.CompletionNews.Mark;
import dk.kvalitetsbro.moodle.client.CompletionNews.Plan;
import java.util.Set;

/** One step of the ladder of {@link Completions}. */
interface CompletionSource {
    /** What was found, whether or not it was heard before, and where that leaves the asker. */
    record Found(Set<Completion> completions, Mark next, int calls) {}

    boolean usableFor(CompletionScope scope);

    Plan plan(CompletionScope scope, Mark mark);

    Found ask(CompletionScope scope, Mark mark);
}
