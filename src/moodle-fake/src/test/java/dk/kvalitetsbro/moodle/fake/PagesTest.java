package dk.kvalitetsbro.moodle.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do on the stand-in's pages. */
class PagesTest {
    private TestSite site;
    private HttpClient browser;
    private long person;
    private long course;

    @BeforeEach
    void start() {
        site = new TestSite(2, 2);
        person = site.people.get(0);
        course = site.courses.get(0);
        TestSite.enrol(site.moodle, person, course, Optional.empty());
        browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(Redirect.NORMAL)
                .build();
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void somebody_signs_in_opens_a_course_and_completes_it() throws Exception {
        var coursePath = "/course/view.php?id=" + course;
        assertTrue(get(coursePath).body().contains("value=\"" + coursePath + "\""), "asks to sign in first");
        assertTrue(signIn("Person Nummer 1", coursePath).body().contains("I gang"));
        assertTrue(get("/my/").body().contains("<a href=\"" + coursePath + "\">Forløb 1</a>"));
        assertFalse(completed());

        assertTrue(post("/course/complete.php", "id=" + course).body().contains("Gennemført"));
        assertTrue(completed());
    }

    @Test
    void a_username_in_any_case_will_do() throws Exception {
        assertTrue(signIn("P2", "").body().contains("Person Nummer 2"));
    }

    @Test
    void an_unknown_name_is_told_so() throws Exception {
        var answer = signIn("Ingen", "");
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("role=\"alert\""));
    }

    @Test
    void people_of_the_same_name_are_asked_who_they_are() throws Exception {
        site.moodle.addUsers(List.of(User.named("anden", "person nummer 1", "")));
        var answer = signIn("Person Nummer 1", "").body();

        assertTrue(answer.contains("Person Nummer 1 (p1)"));
        assertTrue(answer.contains("person nummer 1 (anden)"));
    }

    @Test
    void somebody_who_is_not_enrolled_can_not_complete() throws Exception {
        signIn("p2", "");
        assertTrue(get("/course/view.php?id=" + course).body().contains("Du er ikke tilmeldt"));
        assertEquals(403, post("/course/complete.php", "id=" + course).statusCode());
    }

    @Test
    void signing_out_ends_it() throws Exception {
        signIn("p1", "");
        post("/login/logout.php", "");
        assertTrue(get("/my/").body().contains("<h1>Log ind</h1>"));
    }

    @Test
    void what_people_wrote_is_shown_as_text() throws Exception {
        signIn("p1", "");
        var page = get("/course/view.php?id=" + course).body();
        assertTrue(page.contains("Om leg &amp; &lt;læring&gt;"));
        assertTrue(get("/login/index.php?wantsurl=%22%3E%3Cscript%3E").body().contains("&quot;&gt;&lt;script&gt;"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "javascript:0"})
    void signing_in_leads_nobody_elsewhere(String wantsUrl) throws Exception {
        assertEquals(
                site.moodle.baseUri() + "/my/", signIn("p1", wantsUrl).uri().toString());
    }

    @Test
    void a_form_on_another_site_completes_nothing() throws Exception {
        signIn("p1", "");
        assertEquals(403, postFrom("Origin", "http://elsewhere.example").statusCode());
        assertEquals(403, postFrom("Sec-Fetch-Site", "cross-site").statusCode());
        assertFalse(completed());

        assertEquals(200, postFrom("Origin", site.moodle.baseUri().toString()).statusCode());
        assertTrue(completed());
    }

    @Test
    void a_course_is_not_completed_by_following_a_link() throws Exception {
        signIn("p1", "");
        assertEquals(404, get("/course/complete.php?id=" + course).statusCode());
        assertFalse(completed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/course/view.php", "/course/view.php?id=x", "/course/view.php?id=99999999999999999999", "/no"})
    void what_is_not_there_is_said_in_danish(String path) throws Exception {
        signIn("p1", "");
        var answer = get(path);
        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().contains("Siden findes ikke"));
    }

    @Test
    void the_pages_run_no_scripts() throws Exception {
        var answer = get("/login/index.php");
        assertTrue(answer.headers()
                .firstValue("Content-Security-Policy")
                .orElse("")
                .startsWith("default-src 'none'"));
        assertFalse(answer.body().contains("<script"));
    }

    private boolean completed() {
        return TestSite.completed(site.moodle, person, course);
    }

    private HttpResponse<String> signIn(String who, String wantsUrl) throws Exception {
        return post("/login/index.php", "person=" + encode(who) + "&wantsurl=" + encode(wantsUrl));
    }

    private HttpResponse<String> postFrom(String header, String value) throws Exception {
        return send(
                request("/course/complete.php").header(header, value).POST(BodyPublishers.ofString("id=" + course)));
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return send(request(path).POST(BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(site.moodle.baseUri() + path))
                .header("Content-Type", "application/x-www-form-urlencoded");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
