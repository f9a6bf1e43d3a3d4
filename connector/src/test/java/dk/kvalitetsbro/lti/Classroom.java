package dk.kvalitetsbro.lti;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import dk.kvalitetsbro.FiredEvents;
import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.SmallTown;
import dk.kvalitetsbro.StandIn;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.moodle.client.Enrolment;
import dk.kvalitetsbro.moodle.client.MoodleClient;
import dk.kvalitetsbro.moodle.fake.Course;
import dk.kvalitetsbro.moodle.fake.LtiTool;
import dk.kvalitetsbro.moodle.fake.MoodleFake;
import dk.kvalitetsbro.moodle.fake.MoodleVersion;
import dk.kvalitetsbro.moodle.fake.Settings;
import dk.kvalitetsbro.moodle.fake.User;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.outbox.Outbox;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** A course at the stand-in with an activity that is graded, and the connector's way to its services. */
final class Classroom implements AutoCloseable {
    static final String PAGE = "dagtilbud/H/workshops/1";
    private static final URI TOOL = URI.create("https://kvalitetsbro.example/app/lti/");

    /** The tool's, in every classroom: a key takes longer to make than most tests. */
    private static final RSAKey TOOL_KEY = TestPlatform.newKey("tool-1");

    final MovableClock clock = new MovableClock();
    final MoodleFake moodle = MoodleFake.start(new Settings(0, Optional.empty(), "token", MoodleVersion.V5_1));
    final Jdbi jdbi = TestDatabase.begin().jdbi();
    final ToolKeys keys = new ToolKeys(jdbi, clock);
    final Platforms platforms = new Platforms(jdbi, clock);
    final Seats seats = new Seats(jdbi, clock);
    final Courses courses = new Courses(jdbi, clock);
    final Arrivals arrivals = new Arrivals(seats, courses);
    final PlatformCalls calls = new PlatformCalls(Duration.ofSeconds(3));
    final ServiceTokens tokens = new ServiceTokens(calls, keys, clock);
    final Organisation organisation = new Organisation(jdbi);
    final LtiTool tool;
    final Platform platform;
    final long course;
    final URI lineItem;
    private int transaction = Status.STATUS_NO_TRANSACTION;

    Classroom() {
        new SmallTown(jdbi).centre("H").pedagogue("maja", "H").pedagogue("ole", "H");
        tool = moodle.lti().add("Kvalitetsbro", TOOL.resolve("launch"), TOOL.resolve("login"), TOOL.resolve("keys"));
        jdbi.useHandle(handle -> handle.execute(
                "insert into lti.tool_key (kid, key_pair, valid_from) values (?, ?, ?)",
                TOOL_KEY.getKeyID(),
                TOOL_KEY.toJSONString(),
                OffsetDateTime.now(clock)));
        pasteKey();
        course = moodle.addCourses(List.of(new Course("K1", "K1", "Kerneopgaven", "", "Kurser", List.of())))
                .get(0);
        lineItem = moodle.lti().addLineItem(course, tool);
        platform = register(moodle.lti().issuer(), tool.clientId());
    }

    /** Gives Moodle the tool's key, which it could not read at the tool's address. */
    void pasteKey() {
        change(PlatformsView.pem(keys.current()));
    }

    void change(String pem) {
        moodle.lti()
                .change(
                        tool.clientId(),
                        it -> new LtiTool(
                                it.id(),
                                it.clientId(),
                                it.name(),
                                it.launch(),
                                it.login(),
                                it.redirects(),
                                it.keySet(),
                                Optional.of(pem),
                                it.deepLinking(),
                                it.scopes()));
    }

    Platform register(String issuer, String client) {
        return platforms.save(
                new Platforms.Registration(
                        issuer,
                        client,
                        issuer,
                        URI.create(issuer + "/mod/lti/auth.php"),
                        URI.create(issuer + "/mod/lti/token.php"),
                        URI.create(issuer + "/mod/lti/certs.php"),
                        Optional.empty()),
                List.of("1"),
                Platform.State.ACTIVE);
    }

    /** @return the number that Moodle has for each, enrolled in the course */
    List<Long> enrol(String... people) {
        List<User> users = List.of(people).stream()
                .map(person -> User.named(person, person, person.startsWith("-") ? "" : person))
                .toList();
        List<Long> ids = moodle.addUsers(users);
        try (MoodleClient client = MoodleClient.at(moodle.baseUri(), "token").build()) {
            client.enrolments()
                    .enrol(ids.stream().map(id -> Enrolment.of(id, course)).collect(Collectors.toSet()));
        }
        return ids;
    }

    PlatformServices services() {
        return new PlatformServices(tokens, calls, transactions());
    }

    ScoreDelivery delivery() {
        return new ScoreDelivery(seats, platforms, services(), organisation);
    }

    Scores scores() {
        return new Scores(seats, new Outbox(jdbi, clock, new FiredEvents<>()), clock);
    }

    void beginTransaction() {
        transaction = Status.STATUS_ACTIVE;
    }

    private TransactionSynchronizationRegistry transactions() {
        return StandIn.of(
                TransactionSynchronizationRegistry.class, Map.of("getTransactionStatus", none -> transaction));
    }

    /** Somebody launches the activity that leads to the workshop. */
    void arrive(String person, long subject) {
        arrive(person, subject, Map.of(), Optional.of(PAGE));
    }

    /** @param other claims in place of the honest ones */
    void arrive(String person, long subject, Map<String, Object> other, Optional<String> page) {
        Map<String, Object> claims = new java.util.HashMap<>(Map.of(
                Claims.LTI + "resource_link",
                Map.of("id", "7"),
                Claims.LTI + "context",
                Map.of("id", String.valueOf(course), "title", "Kerneopgaven"),
                "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint",
                Map.of("scope", List.of(ToolDescription.SCORE), "lineitem", lineItem.toString()),
                "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice",
                Map.of(
                        "context_memberships_url",
                        moodle.lti().membersOf(course, tool).toString())));
        claims.putAll(other);
        arrivals.note(
                new Launch(
                        platform,
                        "1",
                        String.valueOf(subject),
                        "LtiResourceLinkRequest",
                        "",
                        new Claims(parsed(claims))),
                new PersonKey(person),
                page);
    }

    private static Map<String, Object> parsed(Map<String, Object> claims) {
        try {
            return JSONObjectUtils.parse(JSONObjectUtils.toJSONString(claims));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return keys and payloads of what waits in the outbox, without the order of adding */
    Set<String> waiting() {
        return Set.copyOf(new ArrayList<>(jdbi.withHandle(
                handle -> handle.createQuery("select key || ' ' || payload from outbox.entry where kind = 'score'")
                        .mapTo(String.class)
                        .list())));
    }

    @Override
    public void close() {
        moodle.close();
    }
}
