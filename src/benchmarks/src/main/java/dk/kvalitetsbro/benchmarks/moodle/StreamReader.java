package dk.kvalitetsbro.benchmarks.moodle;

import dk.kvalitetsbro.moodle.client.MoodleClient;
import dk.kvalitetsbro.moodle.client.Params;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads a long list from the site named and says how many rows it had and how many MB of heap were used at most. */
final class StreamReader {
    private static final double MEGABYTE = 1024 * 1024;

    /** What the reader wants of a row. */
    public record Row(long id, String fullname) {}

    private StreamReader() {}

    public static void main(String[] arguments) {
        var rows = new AtomicInteger();
        try (var client = MoodleClient.at(URI.create(arguments[0]), "token").build()) {
            client.readRows("core_user_get_users", Params.none(), Row.class, row -> rows.incrementAndGet());
        }
        double most = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.out.println(rows + " " + most / MEGABYTE);
    }
}
