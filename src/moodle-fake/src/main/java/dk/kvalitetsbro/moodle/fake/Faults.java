package dk.kvalitetsbro.moodle.fake;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** The trouble that a stand-in is told to make, and a count of the calls that met it or not. */
public final class Faults {
    private final WebServices services;
    private final Map<String, Queue<Fault>> scripted = new HashMap<>();
    private final Map<String, Integer> calls = new HashMap<>();
    private SiteState state = SiteState.RUNNING;

    Faults(WebServices services) {
        this.services = services;
    }

    /** The next call of the function meets the fault. */
    public void next(String function, Fault fault) {
        next(function, 1, fault);
    }

    /** The next so many calls of the function meet the fault, after those that were told to before. */
    public synchronized void next(String function, int times, Fault fault) {
        var queue = scripted.computeIfAbsent(function, none -> new ArrayDeque<>());
        for (int i = 0; i < times; i++) {
            queue.add(fault);
        }
    }

    /** Puts the whole site into a state, until told otherwise. */
    public synchronized void siteIs(SiteState state) {
        this.state = state;
    }

    /** Takes a function out of the token's service. */
    public void withhold(String function) {
        services.withhold(function);
    }

    /** From now on all goes well. */
    public synchronized void clear() {
        scripted.clear();
        state = SiteState.RUNNING;
        services.offerAll();
    }

    /** How often the function has been called since the start, with or without success. */
    public synchronized int calls(String function) {
        return calls.getOrDefault(function, 0);
    }

    synchronized Optional<Fault> take(String function) {
        calls.merge(function, 1, Integer::sum);
        var queue = scripted.get(function);
        return state.fault().or(() -> Optional.ofNullable(queue).map(Queue::poll));
    }
}
