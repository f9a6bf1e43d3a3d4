package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.access.SignInStates;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The way in without a server before it: the same forms, rules and rows as over HTTP. */
final class Door implements Forgery.Scene {
    private static final URI ROOT = URI.create("https://kvalitetsbro.example/app/");

    private final TestPlatform platform;
    private final Clock clock;
    private final Platforms platforms;
    private final Logins logins;
    private final Launches launches;
    private final ResourceLink link;
    private String told = "";

    Door(TestPlatform platform, Clock clock) {
        this(platform, clock, "idnumber");
    }

    @SuppressWarnings("NullAway") // nobody is let in here, only asked who it would be
    Door(TestPlatform platform, Clock clock, String personKey) {
        this.platform = platform;
        this.clock = clock;
        var jdbi = TestDatabase.begin().jdbi();
        platforms = new Platforms(jdbi, clock);
        logins = new Logins(platforms, new SignInStates(jdbi, clock));
        var keys = new PlatformKeys(new PlatformCalls(), clock);
        launches = new Launches(platforms, logins, new Verification(keys, clock));
        link = new ResourceLink(null, new Vouched(personKey), null, null, null);
    }

    void open() {
        register(TestPlatform.CLIENT, Platform.State.ACTIVE);
        register(Forgery.CLIENT_OF_DISABLED, Platform.State.DISABLED);
        register(Forgery.CLIENT_OF_WAITING, Platform.State.WAITING);
    }

    private void register(String client, Platform.State state) {
        Platform known = platforms.register(platform.registration(client), state);
        platforms.addDeployment(known.id(), TestPlatform.DEPLOYMENT);
    }

    Platforms platforms() {
        return platforms;
    }

    /** @return the rule that is broken, if one is */
    Set<Rule> broken(Forgery.Attempt attempt) {
        return broken(() -> send(attempt));
    }

    /** @return the rule that a login breaks which is to begin in a window, and is not begun yet */
    Set<Rule> brokenInFrame(Forgery.Attempt login) {
        return broken(() -> logins.check(form(login, Rule.LOGIN_FIELDS), ROOT));
    }

    private Set<Rule> broken(Runnable sending) {
        try {
            sending.run();
            return Set.of();
        } catch (LaunchRefused refused) {
            told = String.valueOf(refused.getMessage());
            return Set.of(refused.rule());
        }
    }

    /** @return who would be let in, and where to */
    ResourceLink.Wish wish(Forgery.Attempt attempt) {
        return link.wish(launches.receive(form(attempt, Rule.ONE_ANSWER), attempt.cookie()), ROOT);
    }

    /** @return what is to be chosen for a course */
    DeepLinkRequest question(Forgery.Attempt attempt, PersonKey person) {
        return DeepLinkRequest.read(launches.receive(form(attempt, Rule.ONE_ANSWER), attempt.cookie()), person);
    }

    private void send(Forgery.Attempt attempt) {
        if (attempt.path().equals("lti/login")) {
            logins.begin(form(attempt, Rule.LOGIN_FIELDS), ROOT);
            return;
        }
        Launch launch = launches.receive(form(attempt, Rule.ONE_ANSWER), attempt.cookie());
        if (!launch.messageType().equals(link.type())) {
            throw new LaunchRefused(Rule.MESSAGE_TYPE, launch.messageType());
        }
        link.wish(launch, ROOT);
    }

    private static Fields form(Forgery.Attempt attempt, Rule rule) {
        String body = attempt.fields().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return Fields.ofForm(
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
                rule,
                rule == Rule.LOGIN_FIELDS ? LoginPage.LONGEST_FIELD : Integer.MAX_VALUE);
    }

    String told() {
        return told;
    }

    @Override
    public TestPlatform platform() {
        return platform;
    }

    @Override
    public Forgery.Begun begun() {
        Logins.Asked asked = logins.begin(form(login(), Rule.LOGIN_FIELDS), ROOT);
        Map<String, String> question = Arrays.stream(
                        asked.address().getRawQuery().split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(field -> field[0], field -> field[1]));
        return new Forgery.Begun(
                asked.begun().state(),
                Optional.ofNullable(question.get("nonce")).orElseThrow(),
                asked.begun().cookie());
    }

    @Override
    public URI root() {
        return ROOT;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void use(Forgery.Begun login) {
        launches.receive(
                form(answer(login, platform.sign(claims(login))), Rule.ONE_ANSWER), Optional.of(login.cookie()));
    }
}
