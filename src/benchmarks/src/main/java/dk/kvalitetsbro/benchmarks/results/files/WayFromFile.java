package dk.kvalitetsbro.benchmarks.results.files;

import java.nio.file.Path;
import java.util.List;

/** A way from a file of one group's responses to n, mean and variance of every centre's index on every theme. */
interface WayFromFile extends AutoCloseable {
    /** Adds a file up. Two threads may do so at a time, each its own file. */
    List<CentreIndex> addUp(Path file);

    @Override
    void close();
}
