package dk.kvalitetsbro.moodle;

import static dk.kvalitetsbro.moodle.EventText.event;
import static dk.kvalitetsbro.moodle.EventText.message;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.CurrentActor;
import dk.kvalitetsbro.lti.Platform;
import dk.kvalitetsbro.lti.Platforms;
import dk.kvalitetsbro.moodle.EventReader.NotUnderstood;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class LaunchPlatformTest {
    private static final String SITE = "https://moodle.example.dk";
    private static final String KEY = key("first");

    private final Jdbi jdbi = TestDatabase.begin().jdbi();
    private final MovableClock clock = new MovableClock();
    private final Platforms platforms = new Platforms(jdbi, clock);
    private final AuditLog audit = new AuditLog(jdbi, new CurrentActor(), clock);
    private final LaunchPlatform launches = new LaunchPlatform(platforms, audit);

    @Test
    void moodle_is_let_in_as_its_plugin_tells() throws Exception {
        take("platform_registered", told(KEY));

        Platform moodle = platforms.find(SITE, "aBc").orElseThrow();
        assertEquals(Platform.State.ACTIVE, moodle.state());
        assertEquals(List.of("3"), moodle.deployments());
        assertEquals(URI.create(SITE + "/mod/lti/auth.php"), moodle.authEndpoint());
        assertEquals(URI.create(SITE + "/mod/lti/token.php"), moodle.tokenEndpoint());
        assertEquals(URI.create(SITE + "/mod/lti/certs.php"), moodle.jwksUri());
        assertEquals(Optional.of("{\"keys\":[" + KEY + "]}"), moodle.publicKey());
        assertEquals(List.of("lti.registered " + SITE + " aBc"), log());
    }

    @Test
    void what_is_told_again_changes_nothing_and_is_not_noted() throws Exception {
        take("platform_registered", told(KEY));
        Platform before = platforms.find(SITE, "aBc").orElseThrow();
        take("platform_registered", told(KEY));
        assertEquals(List.of(before), platforms.all());
        assertEquals(1, log().size());
    }

    @Test
    void a_name_that_was_given_here_stays() throws Exception {
        take("platform_registered", told(KEY));
        Platform moodle = platforms.find(SITE, "aBc").orElseThrow();
        jdbi.useHandle(handle -> handle.execute("update lti.platform set name = 'Vores Moodle'"));
        take("platform_registered", told(KEY));
        assertEquals(1, log().size());
        take("platform_registered", told(key("second")));
        assertEquals("Vores Moodle", platforms.find(moodle.id()).orElseThrow().name());
    }

    @Test
    void a_new_key_and_another_deployment_take_the_place_of_the_old() throws Exception {
        take("platform_registered", told(KEY));
        String other = key("second");
        take("platform_registered", told(other).replace("\"3\"", "\"4\""));
        Platform moodle = platforms.find(SITE, "aBc").orElseThrow();
        assertEquals(Optional.of("{\"keys\":[" + other + "]}"), moodle.publicKey());
        assertEquals(List.of("4"), moodle.deployments());
        assertEquals(2, log().size());
    }

    @Test
    void a_platform_that_was_closed_here_stays_closed() throws Exception {
        take("platform_registered", told(KEY));
        platforms.change(platforms.find(SITE, "aBc").orElseThrow().id(), Platform.State.DISABLED);
        take("platform_ended", ENDED);
        take("platform_registered", told(key("second")));
        assertEquals(
                Platform.State.DISABLED,
                platforms.find(SITE, "aBc").orElseThrow().state());
    }

    @Test
    void a_set_up_that_was_taken_back_lets_nobody_in() throws Exception {
        take("platform_registered", told(KEY));
        take("platform_ended", ENDED.replace("aBc", "another"));
        assertEquals(1, platforms.all().size());
        take("platform_ended", ENDED);
        take("platform_ended", ENDED);
        assertEquals(List.of(), platforms.all());
        assertEquals(List.of("lti.ended " + SITE + " aBc", "lti.registered " + SITE + " aBc"), log());
    }

    @Test
    void a_site_tells_of_itself_only() {
        refuses("issuer", told(KEY).replace("\"issuer\": \"" + SITE, "\"issuer\": \"https://another.example.dk"));
        for (String field : List.of("auth", "token", "keys")) {
            String page = "\"" + field + "url\": \"" + SITE;
            for (String elsewhere :
                    List.of("https://another.example.dk", SITE + ".another.dk", "https://a@b", "x y", "")) {
                refuses(field + "url", told(KEY).replace(page, "\"" + field + "url\": \"" + elsewhere));
            }
        }
        NotUnderstood ended = assertThrows(
                NotUnderstood.class, () -> take("platform_ended", ENDED.replace(SITE, "https://another.example.dk")));
        assertEquals("events[0].issuer", ended.getMessage());
    }

    @Test
    void what_is_missing_or_holds_no_usable_key_is_refused_with_its_place() {
        for (String field : List.of("issuer", "clientid", "deploymentid", "authurl", "tokenurl", "keysurl", "keys")) {
            refuses(field, told(KEY).replace("\"" + field + "\"", "\"no\""));
        }
        refuses("keys", told("").replace("[]", "\"" + SITE + "\""));
        for (String none : List.of("", "7", "{\"kty\":\"RSA\"}", "{\"kty\":\"oct\",\"k\":\"AAAA\",\"kid\":\"a\"}")) {
            refuses("keys", told(none));
        }
    }

    private static final String ENDED = "\"issuer\": \"" + SITE + "\", \"clientid\": \"aBc\"";

    /** @param keys as JWKs */
    private static String told(String keys) {
        return ENDED + ", \"deploymentid\": \"3\", \"authurl\": \"" + SITE + "/mod/lti/auth.php\", \"tokenurl\": \""
                + SITE + "/mod/lti/token.php\", \"keysurl\": \"" + SITE + "/mod/lti/certs.php\", \"keys\": [" + keys
                + "]";
    }

    private static String key(String kid) {
        try {
            RSAKey pair = new RSAKeyGenerator(2048).keyID(kid).generate();
            return pair.toPublicJWK().toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void take(String type, String fields) throws NotUnderstood {
        News news = EventReader.read(message(SITE, List.of(event(type, fields))).getBytes(UTF_8))
                .items()
                .get(0)
                .news();
        if (news instanceof News.PlatformRegistered registered) {
            launches.register(registered);
        } else if (news instanceof News.PlatformEnded ended) {
            launches.end(ended);
        }
    }

    private void refuses(String field, String fields) {
        NotUnderstood refused = assertThrows(NotUnderstood.class, () -> take("platform_registered", fields), fields);
        assertEquals("events[0]." + field, refused.getMessage());
    }

    private List<String> log() {
        return audit.newest("", 10).stream()
                .map(entry -> entry.action() + " " + entry.subject() + " " + entry.detail())
                .toList();
    }
}
