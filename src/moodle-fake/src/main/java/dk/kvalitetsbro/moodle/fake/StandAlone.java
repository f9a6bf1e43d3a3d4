package dk.kvalitetsbro.moodle.fake;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;

/** The stand-in by itself, for clients of any kind: {@code java -jar moodle-fake-…-standalone.jar --help}. */
public final class StandAlone {
    private static final String USAGE =
            """
            Usage: java -jar moodle-fake-VERSION-standalone.jar [option...]

            Runs a stand-in for Moodle on 127.0.0.1 until it is stopped.

              --port PORT        0 takes a free one (8100)
              --version VERSION  4.5 or 5.1 (5.1)
              --token TOKEN      what callers must send (demo)
              --state DIR        folder that keeps the state; without it the stand-in forgets
              --people N         so many people, p1 to pN with idnumbers KEY1 to KEYN, if the site is empty (0)
              --courses N        so many courses, K1 to KN, if the site is empty (0)
              --plugin           the site has the plugin local_kvalitetsbro
              --connector URL    the plugin posts its events to URL/api/moodle/events
              --secret SECRET    what it signs them with
              --cost-model       calls take the time that they took on real sites
              --faults FILE      trouble to make: a JSON list, see the README
            """;
    private static final Set<String> WITH_VALUE = Set.of(
            "--port",
            "--version",
            "--token",
            "--state",
            "--people",
            "--courses",
            "--connector",
            "--secret",
            "--faults");
    private static final Set<String> WITHOUT_VALUE = Set.of("--plugin", "--cost-model");

    private final Map<String, String> values = new HashMap<>();
    private final Set<String> flags = new HashSet<>();

    private StandAlone(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (WITH_VALUE.contains(word) && i + 1 < words.size()) {
                values.put(word, words.get(++i));
            } else if (WITHOUT_VALUE.contains(word)) {
                flags.add(word);
            } else {
                throw new IllegalArgumentException("Not understood: " + word);
            }
        }
    }

    /** Exits with 2, and says why, where an option is not understood or the port is taken. */
    public static void main(String[] args) throws InterruptedException {
        var words = List.of(args);
        if (words.contains("--help")) {
            System.out.print(USAGE);
            return;
        }
        try (var moodle = new StandAlone(words).start()) {
            System.out.println("Moodle stand-in at " + moodle.baseUri());
            new CountDownLatch(1).await();
        } catch (RuntimeException e) {
            System.err.println(e.getMessage());
            System.err.print(USAGE);
            System.exit(2);
        }
    }

    private MoodleFake start() {
        var connector = connector();
        var settings = new Settings(
                number("--port", 8_100),
                Optional.ofNullable(values.get("--state")).map(Path::of),
                values.getOrDefault("--token", "demo"),
                MoodleVersion.named(values.getOrDefault("--version", "5.1")),
                flags.contains("--plugin") || connector.isPresent(),
                flags.contains("--cost-model"));
        var moodle = MoodleFake.start(settings);
        try {
            connector.ifPresent(moodle::sendEventsTo);
            fill(moodle);
            Optional.ofNullable(values.get("--faults")).map(Path::of).ifPresent(new FaultScript(moodle.faults())::run);
            return moodle;
        } catch (RuntimeException e) {
            moodle.close();
            throw e;
        }
    }

    private Optional<Connector> connector() {
        var address = Optional.ofNullable(values.get("--connector")).map(URI::create);
        var secret = Optional.ofNullable(values.get("--secret"));
        if (address.isPresent() != secret.isPresent()) {
            throw new IllegalArgumentException("--connector and --secret go together");
        }
        return address.map(url -> new Connector(url, secret.orElseThrow()));
    }

    private void fill(MoodleFake moodle) {
        if (moodle.isEmpty()) {
            moodle.addUsers(LongStream.rangeClosed(1, number("--people", 0))
                    .mapToObj(i -> new User("p" + i, "Person", "Number " + i, "KEY" + i))
                    .toList());
            moodle.addCourses(LongStream.rangeClosed(1, number("--courses", 0))
                    .mapToObj(i -> new Course("K" + i, "K" + i, "Course " + i, "", "Courses", List.of()))
                    .toList());
        }
    }

    private int number(String option, int otherwise) {
        try {
            return Integer.parseInt(values.getOrDefault(option, Integer.toString(otherwise)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Not a number: " + option + " " + values.get(option), e);
        }
    }
}
