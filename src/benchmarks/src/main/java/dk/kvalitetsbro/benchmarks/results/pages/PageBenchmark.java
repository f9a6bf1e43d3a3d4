package dk.kvalitetsbro.benchmarks.results.pages;

import dk.kvalitetsbro.benchmarks.Effort;
import dk.kvalitetsbro.benchmarks.Figure;
import dk.kvalitetsbro.benchmarks.Progress;
import dk.kvalitetsbro.demo.Personas;
import dk.kvalitetsbro.demo.Size;
import dk.kvalitetsbro.launcher.RunningProduct;
import java.net.URI;
import java.util.List;

/** Result pages of the running product while 300 people each open one every five seconds. */
public final class PageBenchmark {
    private static final int PAGES_A_SECOND = 60;
    private static final int PAGES_A_SECOND_WHILE_COLD = PAGES_A_SECOND / 3;
    private static final int FIRST_SECONDS = 60;
    private static final int WARM_UP_SECONDS = 15;
    private static final int SECONDS = 30;
    private static final int STATIC_SECONDS = 10;

    private PageBenchmark() {}

    /** Quickly of a smaller municipality: filling a large one takes minutes. */
    public static List<Figure> measure(Effort effort) throws InterruptedException {
        Size size = effort == Effort.QUICK ? Size.AALBORG : Size.COPENHAGEN;
        Progress.tell("Starting the product with a municipality of the size " + size);
        try (RunningProduct running = RunningProduct.startTemporary(size)) {
            return measure(running.uri(), running.personas());
        }
    }

    static List<Figure> measure(URI root, Personas people) throws InterruptedException {
        Progress.tell("Opening result pages, sixty a second");
        Readers readers = new Readers(root, people);
        OpenLoad load = new OpenLoad();
        load.of(readers::next, PAGES_A_SECOND_WHILE_COLD, FIRST_SECONDS).told("pages, the first minute");
        load.of(readers::next, PAGES_A_SECOND, WARM_UP_SECONDS).told("pages, warming up");
        Latencies pages = load.of(readers::next, PAGES_A_SECOND, SECONDS).told("pages");
        Latencies files =
                load.of(readers::nextStatic, PAGES_A_SECOND, STATIC_SECONDS).told("a file");
        return List.of(
                pages.figure(50),
                pages.figure(95),
                pages.figure(99),
                new Figure("results.page_p95_ratio", pages.percentile(95) / files.percentile(95), "x"));
    }
}
