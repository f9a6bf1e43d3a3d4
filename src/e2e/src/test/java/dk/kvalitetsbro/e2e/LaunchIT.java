package dk.kvalitetsbro.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import dk.kvalitetsbro.demo.Person;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Staff come from Moodle in a real browser, which minds policies, cookies and windows. */
@ExtendWith(OnStage.class)
class LaunchIT {
    private static final String OPEN = "/local/kvalitetsbro/open.php";

    private final Stage stage;

    LaunchIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void maja_comes_from_moodle_with_one_click() {
        var maja = inMoodle(stage.personas().maja());
        maja.follow("Kvalitetsbro");
        maja.seesHeading("Mine forløb");
        maja.sees(stage.personas().maja().name());
    }

    @Test
    void karen_lands_where_leaders_begin() {
        var karen = inMoodle(stage.personas().karen());
        karen.follow("Kvalitetsbro");
        karen.seesHeading("Overblik");
    }

    @Test
    void from_a_frame_in_moodle_a_window_opens() {
        var maja = inMoodle(stage.personas().maja());
        Frame frame = framed(maja, "");
        Page window = maja.page()
                .waitForPopup(() -> frame.getByText("Åbn i et nyt vindue").click());
        new Visitor(window, maja.product()).seesHeading("Mine forløb");
    }

    @Test
    void a_platform_that_offers_to_is_given_the_proof_of_the_login_to_keep() {
        var maja = inMoodle(stage.personas().maja());
        Frame frame = framed(maja, "&lti_storage_target=_parent");
        assertThat(frame.getByText("Åbn i et nyt vindue")).isVisible();
        assertEquals("lti.put_data", maja.page().evaluate("window.told.subject"));
        Page window = maja.page()
                .waitForPopup(() -> frame.getByText("Åbn i et nyt vindue").click());
        new Visitor(window, maja.product()).seesHeading("Mine forløb");
    }

    private Visitor inMoodle(Person person) {
        var visitor = stage.visitor();
        visitor.page().navigate(moodle("/login/index.php").toString());
        visitor.write("Brugernavn eller fulde navn", person.username());
        visitor.press("Log ind");
        return visitor;
    }

    /** A page of Moodle that begins a launch in a frame. */
    private Frame framed(Visitor visitor, String more) {
        var form = Jsoup.parse(
                visitor.page().request().get(moodle(OPEN).toString()).text());
        var login = form.select("form[action$=lti/login] input").stream()
                .map(field -> field.attr("name") + "=" + URLEncoder.encode(field.attr("value"), StandardCharsets.UTF_8))
                .collect(Collectors.joining(
                        "&", visitor.product().resolve("lti/login?").toString(), more));
        visitor.page()
                .route(
                        moodle("/framing").toString(),
                        route -> route.fulfill(new FulfillOptions()
                                .setContentType("text/html; charset=utf-8")
                                .setBody(
                                        """
                                        <iframe name="tool" width="900" height="600"></iframe>
                                        <script>
                                          addEventListener('message', event => {
                                            window.told = event.data;
                                            event.source.postMessage(
                                              {subject: event.data.subject + '.response', message_id: event.data.message_id,
                                               key: event.data.key, value: event.data.value}, event.origin);
                                          });
                                          document.querySelector('iframe').src = '%s';
                                        </script>
                                        """
                                                .formatted(login.replace("'", "%27")))));
        visitor.page().navigate(moodle("/framing").toString());
        return visitor.page().frame("tool");
    }

    private URI moodle(String path) {
        return stage.moodle().resolve(path);
    }
}
