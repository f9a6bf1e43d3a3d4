package dk.kvalitetsbro.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import dk.kvalitetsbro.demo.Person;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;

/** What {@code ./start} runs: the product, until Ctrl-C or SIGTERM. That script explains the options. */
public final class Start {
    private static final int FAILED = 1;
    private static final int WRONG_OPTION = 2;

    /** Names are Danish, whatever the locale of the terminal. */
    private static final PrintStream OUT = new PrintStream(System.out, true, UTF_8);

    private Start() {}

    public static void main(String[] arguments) {
        Interruptible.run(() -> run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        try {
            var options = Options.of(arguments, System.getenv());
            OUT.println("Starting, with the data in " + options.data().toAbsolutePath());
            try (var product = start(options)) {
                introduce(product);
                product.awaitEnd();
            }
            System.err.println(
                    "The connector ended unexpectedly: see " + options.data().resolve("log/payara.log"));
            return FAILED;
        } catch (WrongOption e) {
            System.err.println(e.sentence());
            return WRONG_OPTION;
        } catch (CannotStart e) {
            System.err.println(e.sentence());
            return FAILED;
        } catch (UncheckedIOException e) {
            System.err.println("A file could not be read or written: " + e.getMessage());
            return FAILED;
        } catch (InterruptedException signal) {
            OUT.println("Stopped.");
            return 0;
        }
    }

    private static RunningProduct start(Options options) throws InterruptedException {
        try (var steps = Steps.told(OUT)) {
            return RunningProduct.start(options, steps);
        }
    }

    private static void introduce(RunningProduct product) {
        var people = product.personas();
        OUT.println();
        OUT.println("Kvalitetsbro    " + product.uri());
        OUT.println("Moodle          " + product.moodle());
        OUT.println();
        OUT.println("Sign in as");
        introduce(
                people.maja(), "pedagogue in " + people.karensCentre().name() + ": own courses, own centre's results");
        introduce(people.karen(), "leader of " + people.karensCentre().name() + ": findings, courses for the staff");
        introduce(people.jonas(), "HR: who has learnt what, by centre and theme");
        introduce(people.anne(), "administration: rounds, imports, themes and courses");
        introduce(people.sigurd(), "system administrator: the connection to Moodle");
        introduce(people.inTwoCentres(), "pedagogue in two centres");
        OUT.println("or, under Flere roller, as area leader, politician, board member, consultant, researcher or");
        OUT.println("data-protection officer");
        OUT.println();
        OUT.println("Ctrl-C stops everything; the next ./start finds the data again.");
    }

    private static void introduce(Person person, String what) {
        OUT.printf("  %-16s %s%n", person.name(), what);
    }
}
