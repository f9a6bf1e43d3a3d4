package dk.kvalitetsbro.benchmarks.loop;

import dk.kvalitetsbro.benchmarks.Figure;
import dk.kvalitetsbro.benchmarks.Progress;
import dk.kvalitetsbro.benchmarks.Stopwatch;
import dk.kvalitetsbro.demo.Person;
import dk.kvalitetsbro.launcher.Product;
import dk.kvalitetsbro.launcher.RunningProduct;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Karen gives Maja one course after the other, and Maja completes each in Moodle. */
final class CourseTaken {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final RunningProduct running;
    private final String centre;
    private final Person maja;

    CourseTaken(RunningProduct running) {
        this.running = running;
        this.centre = running.personas().karensCentre().code();
        this.maja = running.personas().maja();
    }

    List<Figure> measure(int runs) throws InterruptedException {
        Progress.tell("Courses given and completed");
        var karen = signedIn(running.personas().karen());
        var page = signedIn(maja);
        var moodle = new Product(running.moodle().url().resolve("/"));
        moodle.post("login/index.php", Map.of("person", maja.username(), "wantsurl", ""));
        List<Double> enrolled = new ArrayList<>();
        List<Double> completed = new ArrayList<>();
        for (var offer : offers(karen).entrySet().stream().limit(runs).toList()) {
            enrolled.add(Progress.told("Confirmed to visible in Moodle", give(karen, moodle, offer)));
            completed.add(Progress.told("Completed to visible on her page", complete(moodle, page, offer.getKey())));
        }
        if (enrolled.size() < runs) {
            throw new IllegalStateException("only " + enrolled.size() + " courses can be given");
        }
        return List.of(
                Figure.median("loop.enrolled_seconds", enrolled, "s"),
                Figure.median("loop.completed_seconds", completed, "s"));
    }

    private Product signedIn(Person person) throws InterruptedException {
        var product = new Product(running.uri());
        product.signIn(person.personKey());
        return product;
    }

    /** The courses that Karen may give, each with the address of the need that it answers. */
    private Map<String, String> offers(Product karen) throws InterruptedException {
        Map<String, String> offers = new HashMap<>();
        for (var need : karen.get("dagtilbud/" + centre + "/overblik")
                .select("[data-need]")
                .eachAttr("data-need")) {
            var address = "dagtilbud/" + centre + "/behov/" + need + "/tildel";
            karen.get(address)
                    .select("button[name=course]")
                    .eachAttr("value")
                    .forEach(course -> offers.putIfAbsent(course, address));
        }
        return offers;
    }

    private double give(Product karen, Product moodle, Map.Entry<String, String> offer) throws InterruptedException {
        var stopwatch = new Stopwatch();
        karen.post(
                offer.getValue(),
                Map.of(
                        "course", offer.getKey(),
                        "due", LocalDate.now().plusMonths(3).toString(),
                        "mandatory", "false",
                        "person", employmentNumber()));
        await(() -> moodle.get("course/view.php?id=" + offer.getKey())
                .select("#status")
                .text()
                .contains("I gang"));
        return stopwatch.seconds();
    }

    private String employmentNumber() {
        return running.municipality().employments().stream()
                .filter(job -> job.person().equals(maja)
                        && job.centreCode().filter(centre::equals).isPresent())
                .findFirst()
                .orElseThrow()
                .number();
    }

    private static double complete(Product moodle, Product page, String course) throws InterruptedException {
        int before = completedOn(page);
        var stopwatch = new Stopwatch();
        moodle.post("course/complete.php", Map.of("id", course));
        await(() -> completedOn(page) > before);
        return stopwatch.seconds();
    }

    private static int completedOn(Product page) throws InterruptedException {
        return page.get("mine-forloeb").select("details .kb-assign-row-name").size();
    }

    private interface Look {
        boolean holds() throws InterruptedException;
    }

    private static void await(Look look) throws InterruptedException {
        var stopwatch = new Stopwatch();
        while (!look.holds()) {
            if (stopwatch.seconds() > PATIENCE.toSeconds()) {
                throw new IllegalStateException("not visible after " + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }
}
