package dk.kvalitetsbro.benchmarks.access;

import java.time.Duration;

/** The processor time of the processes that this one has started, and of theirs: the connector's and the database's. */
final class ProcessorTime {
    private ProcessorTime() {}

    /** @return in seconds, of those that live now */
    static double ofChildren() {
        return ProcessHandle.current()
                .descendants()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(time -> time.toNanos() / 1e9)
                .sum();
    }
}
