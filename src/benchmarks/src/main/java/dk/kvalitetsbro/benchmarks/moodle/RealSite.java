package dk.kvalitetsbro.benchmarks.moodle;

import dk.kvalitetsbro.moodle.client.Enrolment;
import dk.kvalitetsbro.moodle.client.MoodleClient;
import dk.kvalitetsbro.moodle.client.Unenrolment;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A real Moodle for tests, as MOODLE_URL and MOODLE_TOKEN name it, with the courses and people whose ids are in
 * MOODLE_BENCH_COURSES and MOODLE_BENCH_PEOPLE. Their enrolments are ended after every run.
 */
final class RealSite implements EnrolmentSite {
    private final Map<String, String> environment;
    private final MoodleClient client;

    RealSite(Map<String, String> environment) {
        this.environment = environment;
        this.client = MoodleClient.at(address(), token()).build();
    }

    @Override
    public URI address() {
        return URI.create(required("MOODLE_URL"));
    }

    @Override
    public String token() {
        return required("MOODLE_TOKEN");
    }

    @Override
    public List<Enrolment> rows(int count) {
        var people = ids("MOODLE_BENCH_PEOPLE");
        return ids("MOODLE_BENCH_COURSES").stream()
                .flatMap(course -> people.stream().map(person -> Enrolment.of(person, course)))
                .limit(count)
                .toList();
    }

    @Override
    public void forget(List<Enrolment> rows) {
        client.enrolments()
                .unenrol(rows.stream()
                        .map(row -> new Unenrolment(row.userId(), row.courseId()))
                        .toList());
    }

    @Override
    public void close() {
        client.close();
    }

    private List<Long> ids(String name) {
        return Arrays.stream(required(name).split(",")).map(Long::valueOf).toList();
    }

    private String required(String name) {
        return Optional.ofNullable(environment.get(name))
                .orElseThrow(() -> new IllegalArgumentException(name + " is not set: see src/benchmarks/README.md"));
    }
}
