package dk.kvalitetsbro.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.access.Routes;
import dk.kvalitetsbro.container.TwoHouses;
import dk.kvalitetsbro.container.Visitor;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What another site makes a browser post is refused, whatever of it the browser tells. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CrossSiteIT {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int REFUSED = 403;
    private static final int DONE = 303;

    /** Routes that others post to, with a proof of their own. */
    private static final Set<String> FOR_OTHERS = Set.of("api/moodle/events", "lti/login", "lti/launch");

    @ArquillianResource
    private URL base;

    @BeforeEach
    void two_centres_with_somebody_in_each_role() {
        TwoHouses.build();
    }

    @Test
    void a_form_on_a_page_of_ours_is_taken() throws Exception {
        assertEquals(DONE, posted("Sec-Fetch-Site", "same-origin", "Origin", own()));
        assertEquals(DONE, posted("Sec-Fetch-Site", "same-origin"));
        assertEquals(DONE, posted("Origin", own()));
    }

    @Test
    void a_request_that_tells_neither_is_refused() throws Exception {
        assertEquals(REFUSED, posted());
    }

    @Test
    void a_form_on_another_site_is_refused() throws Exception {
        for (String site : new String[] {"cross-site", "same-site", "none", "", "same-origin, cross-site"}) {
            assertEquals(REFUSED, posted("Sec-Fetch-Site", site), site);
        }
    }

    @Test
    void so_is_one_that_says_so_in_one_of_two_places() throws Exception {
        assertEquals(REFUSED, posted("Sec-Fetch-Site", "cross-site", "Origin", own()));
        assertEquals(REFUSED, posted("Sec-Fetch-Site", "same-origin", "Origin", "https://elsewhere.example"));
    }

    @Test
    void an_origin_that_is_ours_in_part_only_is_not_ours() throws Exception {
        String host = base.getHost();
        int port = base.getPort();
        for (String origin : new String[] {
            "null",
            "http://" + host,
            "http://" + host + ":" + (port + 1),
            "https://" + host + ":" + port,
            own() + ".elsewhere.example",
            own() + "/",
            "http://elsewhere.example#" + own(),
            own() + " " + own()
        }) {
            assertEquals(REFUSED, posted("Origin", origin), origin);
        }
    }

    @Test
    void a_field_that_says_it_is_only_reading_changes_nothing() throws Exception {
        HttpRequest.Builder foreign = Visitor.at(base)
                .request("app/sprog")
                .setHeader("Origin", "https://elsewhere.example")
                .header("Content-Type", FORM)
                .POST(BodyPublishers.ofString("_method=GET&sprog=en"));

        assertEquals(REFUSED, Visitor.at(base).send(foreign).statusCode());
    }

    @Test
    void every_form_asks_but_those_that_others_post_to() throws Exception {
        Set<String> open = new TreeSet<>();
        var anne = Visitor.at(base).signedInAs("anne");
        for (String route : Routes.forms()) {
            String path = TwoHouses.ownPaths(route).get(0).replaceAll("\\{[a-z]+}", "999999");
            HttpRequest.Builder foreign = anne.request("app/" + path)
                    .setHeader("Origin", "https://elsewhere.example")
                    .header("Content-Type", Routes.takesFile(route) ? "multipart/form-data; boundary=x" : FORM)
                    .POST(BodyPublishers.ofString(Routes.takesFile(route) ? "--x--\r\n" : ""));
            if (anne.send(foreign).statusCode() != REFUSED) {
                open.add(route);
            }
        }
        Set<String> refusedOtherwise = new TreeSet<>(open);
        refusedOtherwise.removeAll(FOR_OTHERS);
        assertEquals(Set.of(), refusedOtherwise);
    }

    private int posted(String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.toURI().resolve("/app/sprog"))
                .header("Content-Type", FORM)
                .POST(BodyPublishers.ofString("sprog=da"));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return Visitor.at(base).send(request).statusCode();
    }

    private String own() {
        return base.getProtocol() + "://" + base.getAuthority();
    }
}
