package dk.kvalitetsbro.benchmarks.moodle;

import dk.kvalitetsbro.moodle.client.Enrolment;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** A Moodle that people are enrolled in, again and again. */
interface EnrolmentSite extends AutoCloseable {
    /** The Moodle that the environment names, or else the stand-in. */
    static EnrolmentSite choose(Map<String, String> environment) {
        return environment.containsKey("MOODLE_URL") ? new RealSite(environment) : new TimedStandIn();
    }

    URI address();

    String token();

    /** So many rows over twelve courses, or over all there are: people who exist and are not enrolled. */
    List<Enrolment> rows(int count);

    /** The rows' enrolments are not needed any more. */
    void forget(List<Enrolment> rows);

    @Override
    void close();
}
