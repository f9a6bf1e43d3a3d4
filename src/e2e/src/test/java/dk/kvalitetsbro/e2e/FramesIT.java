package dk.kvalitetsbro.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static com.microsoft.playwright.options.AriaRole.CHECKBOX;
import static com.microsoft.playwright.options.AriaRole.HEADING;
import static com.microsoft.playwright.options.AriaRole.LINK;
import static com.microsoft.playwright.options.AriaRole.NAVIGATION;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.FrameLocator.GetByRoleOptions;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Moodle shows the product in a frame of its own page, which a real browser allows to registered sites alone. */
@ExtendWith(OnStage.class)
class FramesIT {
    private final Stage stage;

    FramesIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void maja_opens_kvalitetsbro_from_a_frame_in_a_window_of_its_own() {
        var maja = stage.inMoodle(stage.personas().maja());
        maja.page().navigate(moodle("/mod/lti/view.php?id=1"));
        leadsToAWindow(maja.page());
    }

    @Test
    void a_launch_that_goes_on_in_the_frame_is_followed_by_a_window() {
        var maja = stage.inMoodle(stage.personas().maja());
        maja.page().navigate(moodle("/mod/lti/view.php?id=1"));
        var frame = frame(maja.page());
        frame.getByRole(LINK, new GetByRoleOptions().setName("Fortsæt her i Moodle"))
                .click();
        assertThat(frame.locator("#open[href*='billet=']")).isVisible();
        leadsToAWindow(maja.page());
    }

    @Test
    void where_the_browser_keeps_no_cookie_moodle_keeps_the_proof_of_the_login() {
        var maja = stage.inMoodle(stage.personas().maja());
        maja.page().route("**/mod/lti/auth.php*", asked -> {
            maja.page().context().clearCookies(new ClearCookiesOptions().setName(Pattern.compile("kvalitetsbro.*")));
            asked.resume();
        });
        maja.page().navigate(moodle("/mod/lti/view.php?id=1&storage=1"));
        assertThat(frame(maja.page()).locator("#open[href*='billet=']")).isVisible();
        leadsToAWindow(maja.page());
    }

    @Test
    void what_karen_chooses_in_a_frame_goes_back_to_moodle() {
        var karen = stage.inMoodle(stage.personas().karen());
        karen.signIn(stage.personas().karen().name());
        karen.page().navigate(moodle("/course/modedit.php"));
        var frame = frame(karen.page());
        press(frame, "Læg ind i kurset");
        assertThat(frame.getByText("Vælg en side først.")).isVisible();
        assertThat(frame.locator("a[href]:not(.skipnav)")).hasCount(0);
        frame.getByRole(CHECKBOX, new GetByRoleOptions().setName("Mine forløb")).check();
        press(frame, "Læg ind i kurset");
        assertThat(frame.getByText("Content selected")).isVisible();
    }

    @Test
    void a_registration_in_a_frame_ends_with_the_frame_closed() {
        var sigurd = stage.as(stage.personas().sigurd());
        sigurd.at("moodle/lti");
        sigurd.page().locator("#invite-issuer").fill(stage.moodle().toString());
        sigurd.press("Lav et link");
        var address = sigurd.page().locator("[data-registration-link] code").textContent();

        var administrator = stage.inMoodle(stage.personas().maja());
        administrator
                .page()
                .navigate(moodle("/mod/lti/startltiadvregistration.php?url=" + URLEncoder.encode(address, UTF_8)));
        press(frame(administrator.page()), "Tilbage til Moodle");
        assertThat(administrator.page().locator("#contentframe")).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "log-ind", "tilgaengelighed", "lti/valg", "lti/registrering", "lti/login?%s"})
    void a_site_that_is_not_registered_can_frame_no_page(String path) throws IOException {
        var address = stage.product().resolve(path.formatted(login()));
        var stranger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stranger.createContext("/", exchange -> {
            byte[] page = "<!DOCTYPE html><iframe id=\"contentframe\" src=\"%s\"></iframe>"
                    .formatted(address.toString().replace("&", "&amp;"))
                    .getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        stranger.start();
        try {
            var page = stage.visitor().page();
            page.navigate("http://127.0.0.1:" + stranger.getAddress().getPort());
            assertEquals("chrome-error://chromewebdata/", page.frames().get(1).url());
        } finally {
            stranger.stop(0);
        }
    }

    /** A login as the registered Moodle would begin it. */
    private String login() {
        return "iss=" + URLEncoder.encode(stage.moodle().toString(), UTF_8)
                + "&client_id=kvalitetsbro&login_hint=1&target_link_uri="
                + URLEncoder.encode(stage.product().resolve("lti/launch").toString(), UTF_8);
    }

    private void leadsToAWindow(Page moodle) {
        var window = moodle.waitForPopup(() -> frame(moodle)
                .getByRole(LINK, new GetByRoleOptions().setName("Åbn i et nyt vindue"))
                .click());
        assertThat(window.getByRole(HEADING, new Page.GetByRoleOptions().setName("Mine forløb")))
                .isVisible();
        assertThat(window.getByText(stage.personas().maja().name()).first()).isVisible();
        assertThat(window.getByRole(NAVIGATION, new Page.GetByRoleOptions().setName("Hovedmenu")))
                .isVisible();
    }

    private static FrameLocator frame(Page page) {
        return page.frameLocator("#contentframe");
    }

    private static void press(FrameLocator frame, String button) {
        frame.getByRole(BUTTON, new GetByRoleOptions().setName(button)).click();
    }

    private String moodle(String path) {
        return stage.moodle().resolve(path).toString();
    }
}
