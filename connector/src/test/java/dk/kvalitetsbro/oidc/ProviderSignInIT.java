package dk.kvalitetsbro.oidc;

import static dk.kvalitetsbro.container.ContainerSession.SIGN_IN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.container.TwoHouses;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing in at the municipality's own sign-in and out again, with the deployed product and a browser's cookies. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ProviderSignInIT {
    private static final String START = "app/log-ind/oidc";

    @ArquillianResource
    private URL base;

    private final HttpClient browser = browser();

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build();
    }

    @BeforeEach
    void two_centres_with_somebody_in_each_role() {
        TwoHouses.build();
    }

    @Test
    void whoever_asks_for_a_page_signs_in_there_and_comes_back_to_it() throws Exception {
        SIGN_IN.signIn("karen");
        long before = entries("access.signedIn", "karen");
        URI signIn = location(get(here("app/dagtilbud?a=b%20c")));
        String button = Jsoup.parse(get(signIn).body(), signIn.toString())
                .select("a[href*=log-ind/oidc]")
                .first()
                .absUrl("href");

        URI page = location(get(location(get(location(get(URI.create(button)))))));

        assertEquals(here("app/dagtilbud?a=b%20c"), page);
        assertTrue(get(page).body().contains("Karen Vandrer"));
        assertEquals(before + 1, entries("access.signedIn", "karen"));
    }

    @Test
    void nobody_is_led_to_another_site() throws Exception {
        SIGN_IN.signIn("maja");
        for (String elsewhere : Set.of("https%3A%2F%2Felsewhere.example", "%2F%2Felsewhere.example", "%5Celsewhere")) {
            URI page = location(get(location(get(location(get(here(START + "?til=" + elsewhere)))))));
            assertEquals(here("app/mine-forloeb"), page);
        }
    }

    @Test
    void whoever_is_not_known_here_is_shown_their_key_and_what_to_do_and_nothing_more_is_kept() throws Exception {
        SIGN_IN.signIn("kendt-af-ingen");
        long before = entries("access.unknownPerson", "kendt-af-ingen");

        var refused = get(location(get(location(get(here(START))))));

        assertEquals(403, refused.statusCode());
        assertTrue(refused.body().contains("<strong class=\"kb-log-wrap\" data-key=\"true\">kendt-af-ingen</strong>"));
        assertTrue(refused.body().contains("data-trouble=\"UNKNOWN_PERSON\""));
        assertTrue(refused.body().contains("name=\"til\" value=\"/app/log-ind\""), "an answer counts once");
        assertEquals(before + 1, entries("access.unknownPerson", "kendt-af-ingen"));
        assertEquals(Set.of(), TwoHouses.tablesWith("someone@example.org"));
    }

    @Test
    void an_answer_that_another_browser_waits_for_signs_nobody_in() throws Exception {
        SIGN_IN.signIn("karen");
        URI attackersAnswer = location(get(location(get(here(START)))));
        long before = entries("oidc.refused", "");

        var victims = browser().send(HttpRequest.newBuilder(attackersAnswer).build(), text());

        assertEquals(400, victims.statusCode());
        assertTrue(victims.body().contains("data-trouble=\"NOT_BEGUN_HERE\""));
        assertFalse(
                victims.headers().allValues("Set-Cookie").stream().anyMatch(each -> each.contains("kvalitetsbro=")));
        assertEquals(before + 1, entries("oidc.refused", ""));
    }

    @Test
    void what_an_answer_says_is_neither_shown_nor_logged() throws Exception {
        String made = "%3Cscript%3Ealert(7041)%3C/script%3E%0D%0ASet-Cookie:%20a=b";

        var refused =
                get(here("app/log-ind/oidc/svar?state=" + made + "&code=" + made + "&iss=" + made + "&error=" + made));

        assertEquals(400, refused.statusCode());
        assertFalse(refused.body().contains("alert(7041)"));
        assertEquals(Set.of(), TwoHouses.tablesWith("alert[(]7041[)]"));
    }

    @Test
    void signing_out_goes_on_to_where_one_signed_in() throws Exception {
        SIGN_IN.signIn("karen");
        get(location(get(location(get(location(get(here(START))))))));

        URI after = location(browser.send(post("app/log-ud"), text()));
        var signedOut = get(after);

        assertEquals(here("app/log-ud/oidc"), after);
        String there = signedOut.headers().firstValue("Refresh").orElseThrow();
        assertTrue(there.startsWith("0;url=" + SIGN_IN.issuer() + "/end?client_id=kvalitetsbro&"), there);
        assertTrue(there.contains("post_logout_redirect_uri="), there);
        assertTrue(there.matches(".*id_token_hint=[^.]+[.][^.]+[.][^.]+"), there);
        assertTrue(location(get(here("app/mine-forloeb"))).toString().contains("log-ind"));
        assertFalse(get(after).headers().firstValue("Refresh").isPresent(), "the token is forgotten");
    }

    @Test
    void whoever_came_in_another_way_is_not_sent_there() throws Exception {
        browser.send(post("app/log-ind", "person=karen"), text());

        assertEquals(here("app/log-ind?ud=1"), location(browser.send(post("app/log-ud"), text())));
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(address).header("Accept", "text/html").build(), text());
    }

    private HttpRequest post(String path, String... form) {
        return HttpRequest.newBuilder(here(path))
                .header("Origin", base.getProtocol() + "://" + base.getAuthority())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", form)))
                .build();
    }

    private static HttpResponse.BodyHandler<String> text() {
        return HttpResponse.BodyHandlers.ofString();
    }

    private URI here(String path) {
        return URI.create(base.toString().replaceFirst("/*$", "/") + path);
    }

    private static URI location(HttpResponse<?> answer) {
        return answer.uri()
                .resolve(answer.headers()
                        .firstValue("Location")
                        .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body())));
    }

    private static long entries(String action, String subject) {
        return TwoHouses.jdbi().withHandle(handle -> handle.createQuery(
                        "select count(*) from access.audit where action = ? and subject = ?")
                .bind(0, action)
                .bind(1, subject)
                .mapTo(Long.class)
                .one());
    }
}
