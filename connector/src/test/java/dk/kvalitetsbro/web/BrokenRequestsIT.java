package dk.kvalitetsbro.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.container.RawRequest;
import dk.kvalitetsbro.container.RawRequest.Answer;
import dk.kvalitetsbro.container.TwoHouses;
import dk.kvalitetsbro.container.Visitor;
import java.io.ByteArrayInputStream;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requests that nobody sends by mistake: each is refused, with a sentence wherever the pages are reached at all. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class BrokenRequestsIT {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int MEBIBYTE = 1 << 20;

    @ArquillianResource
    private URL base;

    @BeforeEach
    void two_centres_with_somebody_in_each_role() {
        TwoHouses.build();
    }

    @TestFactory
    Stream<DynamicTest> no_way_leads_out_of_the_folder_of_assets() {
        return Stream.of(
                        "/assets/../WEB-INF/web.xml",
                        "/assets/%2e%2e/WEB-INF/web.xml",
                        "/assets/%252e%252e/WEB-INF/web.xml",
                        "/assets/..%2fWEB-INF/web.xml",
                        "/assets/..;/WEB-INF/web.xml",
                        "/assets/%5c..%5cWEB-INF/web.xml",
                        "/assets/..\\WEB-INF\\web.xml",
                        "/assets/%c0%ae%c0%ae/WEB-INF/web.xml",
                        "/assets/app.css%00.png",
                        "/../../../etc/passwd",
                        "/%2e%2e/%2e%2e/etc/passwd",
                        "//etc/passwd",
                        "/assets//../../etc/passwd",
                        "/WEB-INF/web.xml",
                        "/web-inf/web.xml",
                        "/WEB-INF/views/web/error.xhtml",
                        "/WEB-INF/classes/META-INF/microprofile-config.properties",
                        "/META-INF/MANIFEST.MF",
                        "/jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF",
                        "/jakarta.faces.resource/..%2fWEB-INF/web.xml",
                        "/app/dagtilbud/../../WEB-INF/web.xml",
                        "/app/import/../../../etc/passwd",
                        "/app/%2e%2e/WEB-INF/web.xml",
                        "/api/%2e%2e/WEB-INF/web.xml",
                        "/api/../WEB-INF/web.xml",
                        "/api/..;/WEB-INF/web.xml",
                        "/api/rounds/%2e%2e%2f%2e%2e%2fWEB-INF%2fweb.xml/variation")
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    Answer answer =
                            RawRequest.to(base, "GET " + path + " HTTP/1.1").send("");

                    assertTrue(answer.status() >= 300 && answer.status() < 500, answer.head());
                    assertFalse(answer.body().contains("<web-app"), answer.body());
                    assertFalse(answer.body().contains("root:"), answer.body());
                    assertFalse(answer.body().contains("MPCONFIG"), answer.body());
                }));
    }

    @TestFactory
    Stream<DynamicTest> nobody_reaches_faces_but_by_a_page() {
        return Stream.of(
                        "/jakarta.faces.resource/faces.js.xhtml?ln=jakarta.faces",
                        "/none.xhtml",
                        "/app.xhtml?jakarta.faces.ViewState=x")
                .map(path -> DynamicTest.dynamicTest(
                        path,
                        () -> assertProblem(
                                404,
                                "not-found",
                                RawRequest.to(base, "GET " + path + " HTTP/1.1").send(""))));
    }

    @Test
    void what_a_request_says_to_faces_is_not_heard() throws Exception {
        var nobody = Visitor.at(base);
        String page = nobody.get("app/log-ind").body();

        assertEquals(page, nobody.get("app/log-ind?jakarta.faces.ViewState=x").body());
        assertEquals(
                page,
                nobody.get("app/log-ind?jakarta.faces.partial.ajax=true&jakarta.faces.ViewState=stateless")
                        .body());
    }

    @TestFactory
    Stream<DynamicTest> a_method_that_nothing_here_has_is_told_as_a_problem() {
        return Stream.of("TRACE", "TRACK", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND", "BREW", "get")
                .flatMap(method -> Stream.of("/app/log-ind", "/assets/app.css", "/api/rounds", "/health")
                        .map(path -> DynamicTest.dynamicTest(method + " " + path, () -> {
                            Answer answer = RawRequest.to(base, method + " " + path + " HTTP/1.1")
                                    .header("Cookie", "kvalitetsbro=secret-of-somebody")
                                    .send("");

                            assertProblem(405, "method-not-allowed", answer);
                            assertEquals(
                                    "GET, HEAD, POST", answer.header("Allow").orElse(""));
                            assertFalse(answer.body().contains("secret-of-somebody"));
                        })));
    }

    @Test
    void a_person_is_told_so_on_a_page() throws Exception {
        Answer page = RawRequest.to(base, "PUT /app/log-ind HTTP/1.1")
                .header("Accept", "text/html")
                .send("");

        assertEquals(405, page.status());
        assertTrue(page.body().contains("Det kan ikke gøres på denne side."), page.body());
    }

    @TestFactory
    Stream<DynamicTest> what_two_servers_might_read_differently_is_refused() {
        return Stream.of(
                        List.of("Content-Length", "5", "Content-Length", "6"),
                        List.of("Content-Length", "-5"),
                        List.of("Content-Length", "five"),
                        List.of("Content-Length", "99999999999999999999"),
                        List.of("Host", "elsewhere.example"))
                .map(headers -> DynamicTest.dynamicTest(headers.toString(), () -> {
                    RawRequest request =
                            RawRequest.to(base, "POST /app/sprog HTTP/1.1").header("Content-Type", FORM);
                    for (int i = 0; i < headers.size(); i += 2) {
                        request.header(headers.get(i), headers.get(i + 1));
                    }
                    assertEquals(400, request.send("0\r\n\r\n").status());
                }));
    }

    @Test
    void headers_without_end_are_refused() throws Exception {
        assertEquals(
                400,
                RawRequest.to(base, "GET /app/log-ind HTTP/1.1")
                        .header("X-Long", "x".repeat(1 << 15))
                        .send("")
                        .status());
        assertEquals(
                400,
                RawRequest.to(base, "GET /app/log-ind?" + "x".repeat(1 << 15) + " HTTP/1.1")
                        .send("")
                        .status());
        RawRequest many = RawRequest.to(base, "GET /app/log-ind HTTP/1.1");
        for (int i = 0; i < 150; i++) {
            many.header("X-" + i, "x");
        }
        assertEquals(400, many.send("").status());
    }

    @Test
    void nothing_that_is_sent_becomes_a_header() throws Exception {
        String split = "%0d%0aSet-Cookie:%20kvalitetsbro=mine%0d%0aLocation:%20https://elsewhere.example";
        var nobody = Visitor.at(base);
        for (HttpResponse<String> answer : List.of(
                nobody.get("app/log-ind?x=" + split),
                nobody.get("app/" + split),
                nobody.get("api/" + split),
                nobody.get("assets/" + split),
                Visitor.at(base).signedInAs("anne").get("app/dagtilbud/" + split + "/resultater.csv"),
                nobody.post("app/sprog", "sprog", "da\r\nSet-Cookie: kvalitetsbro=mine", "til", "/app/\r\nX-Ours: no"),
                nobody.post("app/log-ind", "person", "maja\r\nSet-Cookie: kvalitetsbro=mine"))) {
            assertTrue(
                    answer.headers().allValues("Set-Cookie").stream().noneMatch(cookie -> cookie.contains("mine")),
                    answer.headers().toString());
            assertTrue(answer.headers().firstValue("X-Ours").isEmpty());
            assertFalse(answer.headers().firstValue("Location").orElse("").contains("elsewhere"));
        }
    }

    @Test
    void a_form_may_bring_so_much_and_no_more() throws Exception {
        var anne = Visitor.at(base).signedInAs("anne");

        assertEquals(
                422,
                anne.post("app/runder", "code", "", "name", "x".repeat(MEBIBYTE / 2))
                        .statusCode());
        assertTooLarge(anne.post("app/runder", "code", "", "name", "x".repeat(MEBIBYTE)));
    }

    @Test
    void so_may_one_that_does_not_say_how_long_it_is() throws Exception {
        var anne = Visitor.at(base).signedInAs("anne");
        byte[] large = ("code=&name=" + "x".repeat(2 * MEBIBYTE)).getBytes(StandardCharsets.UTF_8);

        assertTooLarge(anne.send(anne.request("app/runder")
                .header("Content-Type", FORM)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))));
    }

    @Test
    void a_form_of_ever_more_fields_is_refused() throws Exception {
        var anne = Visitor.at(base).signedInAs("anne");

        assertTooLarge(anne.send(anne.request("app/runder")
                .header("Content-Type", FORM)
                .POST(BodyPublishers.ofString("code=" + "&a".repeat(10_000)))));
    }

    @Test
    void a_file_that_says_it_is_too_large_is_refused_before_it_is_read() throws Exception {
        String session = Visitor.at(base).signedInAs("anne").session();

        Answer answer = RawRequest.to(base, "POST /app/import HTTP/1.1")
                .header("Accept", "text/html")
                .header("Cookie", session)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .header("Content-Length", String.valueOf(65L * MEBIBYTE))
                .send("--x\r\n");

        assertEquals(413, answer.status(), answer.head());
        assertTrue(answer.body().contains("Der blev sendt mere, end siden tager imod"), answer.body());
    }

    @Test
    void a_file_keeps_nothing_of_a_path_in_its_name_but_text() throws Exception {
        var anne = Visitor.at(base).signedInAs("anne");
        String name = "../../etc/<script>\\areas.csv";
        String body = "--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nAREAS\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n"
                + "Content-Type: text/csv\r\n\r\nno,areas\r\n--x--\r\n";

        var checked = anne.send(anne.request("app/import")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(body)));
        String shown =
                anne.get(checked.headers().firstValue("Location").orElseThrow()).body();

        assertEquals(303, checked.statusCode());
        assertFalse(shown.contains("<script>"), shown);
    }

    private static void assertTooLarge(HttpResponse<String> answer) {
        assertEquals(413, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("Der blev sendt mere, end siden tager imod"), answer.body());
    }

    private static void assertProblem(int status, String kind, Answer answer) {
        assertEquals(status, answer.status(), answer.head());
        assertTrue(answer.header("Content-Type").orElse("").startsWith(Problem.MEDIA_TYPE), answer.head());
        assertTrue(answer.body().contains("urn:kvalitetsbro:problem:" + kind), answer.body());
        assertEquals("nosniff", answer.header("X-Content-Type-Options").orElse(""));
    }
}
