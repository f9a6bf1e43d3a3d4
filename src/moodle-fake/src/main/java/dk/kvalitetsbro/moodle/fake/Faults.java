package dk.kvalitetsbro.moodle.fake;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** The trouble that a stand-in is told to make, and a count of the calls that met it or not. */
public final class Faults {
    private static final int UNTIL_TOLD_OTHERWISE = Integer.MAX_VALUE;

    private final WebServices services;
    private final Map<String, Queue<Fault>> scripted = new HashMap<>();
    private final Map<String, Integer> calls = new HashMap<>();
    private SiteState state = SiteState.RUNNING;
    private int callsInState;
    private Optional<RandomFaults> random = Optional.empty();

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
    public void siteIs(SiteState state) {
        siteIs(state, UNTIL_TOLD_OTHERWISE);
    }

    /** Puts the whole site into a state for so many calls, whichever they are; then it runs again. */
    public synchronized void siteIs(SiteState state, int calls) {
        this.state = state;
        this.callsInState = calls;
    }

    /** Every call that meets no other fault may meet one of these. */
    public synchronized void random(RandomFaults faults) {
        random = Optional.of(faults);
    }

    /** What PHP drops variables beyond; 5,000 on the recorded sites. */
    public void maxInputVars(int limit) {
        services.maxInputVars(limit);
    }

    /** Takes a function out of the token's service. */
    public void withhold(String function) {
        services.withhold(function);
    }

    /** Takes a capability from the token's account, such as {@code moodle/user:viewalldetails}. */
    public void revoke(String capability) {
        services.capabilities().revoke(capability);
    }

    /** Leaves the token's account no capability but the one to call web services at all. */
    public void revokeAll() {
        services.capabilities().revokeAll();
    }

    /** From now on all goes well. */
    public synchronized void clear() {
        scripted.clear();
        state = SiteState.RUNNING;
        random = Optional.empty();
        services.maxInputVars(PhpVariables.MAX_INPUT_VARS);
        services.offerAll();
        services.capabilities().grantAll();
    }

    /** How often the function has been called since the start, with or without success. */
    public synchronized int calls(String function) {
        return calls.getOrDefault(function, 0);
    }

    /** How often any function has been called since the start. */
    public synchronized int calls() {
        return calls.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized Optional<Fault> take(String function) {
        calls.merge(function, 1, Integer::sum);
        var outage = state.fault();
        if (outage.isPresent()) {
            callsInState--;
            state = callsInState == 0 ? SiteState.RUNNING : state;
            return outage;
        }
        var queue = scripted.get(function);
        return Optional.ofNullable(queue).map(Queue::poll).or(() -> random.flatMap(RandomFaults::next));
    }
}
