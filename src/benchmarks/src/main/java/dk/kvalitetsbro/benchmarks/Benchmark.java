package dk.kvalitetsbro.benchmarks;

import java.util.List;

/** Something worth measuring again and again. */
public interface Benchmark {
    /**
     * Measures, and leaves nothing running and no files behind.
     *
     * @return the figures, in the order in which they are to be read
     */
    List<Figure> measure(Effort effort) throws Exception;
}
