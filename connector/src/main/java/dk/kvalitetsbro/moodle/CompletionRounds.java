package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.competence.CompletionSource.Taken;
import dk.kvalitetsbro.moodle.client.CompletionNews.Mark;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who is asked about in full where Moodle tells what is new in one call: everybody when they come in, since they may have
 * completed the course long ago, and everybody now and then, since only that tells of enrolments that ended without an
 * event, and of news that was told and then not kept. Each node has its own.
 */
@ApplicationScoped
class CompletionRounds {
    static final Duration IN_FULL = Duration.ofMinutes(15);

    private final Clock clock;
    private final Set<Taken> asked = new HashSet<>();
    private Instant nextInFull;
    private Mark mark;

    @Inject
    CompletionRounds(Clock clock) {
        this.clock = clock;
        this.nextInFull = clock.instant();
        this.mark = Mark.at(nextInFull);
    }

    /** @return those of whom only an answer of their own tells enough this time */
    public synchronized List<Taken> inFull(List<Taken> taken) {
        asked.retainAll(Set.copyOf(taken));
        if (!clock.instant().isBefore(nextInFull)) {
            startAnew();
        }
        return taken.stream().filter(each -> !asked.contains(each)).toList();
    }

    /** From now on what is new tells enough of these. */
    public synchronized void asked(Collection<Taken> answered) {
        asked.addAll(answered);
    }

    public synchronized Mark mark() {
        return mark;
    }

    public synchronized void goOnFrom(Mark next) {
        mark = next;
    }

    /** Everybody is asked about in full again. */
    public synchronized void startAnew() {
        asked.clear();
        mark = Mark.at(clock.instant());
        nextInFull = clock.instant().plus(IN_FULL);
    }
}
