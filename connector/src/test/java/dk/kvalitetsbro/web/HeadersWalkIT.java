package dk.kvalitetsbro.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.access.Routes;
import dk.kvalitetsbro.container.TwoHouses;
import dk.kvalitetsbro.container.Visitor;
import java.net.URL;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Walks every route, and what lies beside them: each answer tells the browser what to forbid, and no more than it must. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class HeadersWalkIT {
    private static final Map<String, String> ALWAYS = Map.of(
            "X-Frame-Options", "DENY",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy",
                    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
                            + "microphone=(), midi=(), payment=(), usb=()");

    private static final List<String> BESIDE = List.of(
            "",
            "none",
            "assets/none.css",
            "assets/app.css",
            "WEB-INF/web.xml",
            "WEB-INF/problem",
            "health",
            "openapi",
            "metrics",
            "jakarta.faces.resource/none.xhtml",
            "api/none",
            "app/application.wadl");

    /** The one route whose purpose is to lead elsewhere. */
    private static final String TO_THE_PROVIDER = "app/log-ind/oidc";

    @ArquillianResource
    private URL base;

    @BeforeEach
    void two_centres_with_something_to_read() {
        TwoHouses.build();
        TwoHouses.furnish();
    }

    @Test
    void every_route_of_the_table_has_them_for_whoever_asks() throws Exception {
        Set<String> wrong = new TreeSet<>();
        for (String person : List.of("", "maja", "karen", "jonas", "anne", "sigurd")) {
            Visitor visitor =
                    person.isEmpty() ? Visitor.at(base) : Visitor.at(base).signedInAs(person);
            for (String route : Routes.pages()) {
                for (String path : TwoHouses.ownPaths(route)) {
                    check("app/" + path, visitor.get("app/" + path), wrong);
                }
            }
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void so_has_every_form() throws Exception {
        Set<String> wrong = new TreeSet<>();
        for (String route : Routes.forms()) {
            for (String path : TwoHouses.ownPaths(route)) {
                String form = "app/" + path.replaceAll("\\{[a-z]+}", "999999");
                check(form, Visitor.at(base).post(form), wrong);
            }
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void so_has_what_lies_beside_the_pages() throws Exception {
        Set<String> wrong = new TreeSet<>();
        for (String path : BESIDE) {
            check(path, Visitor.at(base).get(path), wrong);
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void nothing_is_kept_by_a_browser_but_assets_that_exist() throws Exception {
        var nobody = Visitor.at(base);
        assertEquals("no-store", cacheControl(nobody.get("app/log-ind")));
        assertEquals("no-store", cacheControl(nobody.get("assets/none.css")));
        assertTrue(cacheControl(nobody.get("assets/app.css")).startsWith("public"));
    }

    @Test
    void nobody_is_told_to_use_https_where_the_public_address_is_not() throws Exception {
        assertTrue(Visitor.at(base)
                .get("app/log-ind")
                .headers()
                .firstValue("Strict-Transport-Security")
                .isEmpty());
    }

    private static String cacheControl(HttpResponse<String> answer) {
        return answer.headers().firstValue("Cache-Control").orElse("");
    }

    private static void check(String path, HttpResponse<String> answer, Set<String> wrong) {
        HttpHeaders headers = answer.headers();
        ALWAYS.forEach((name, value) -> {
            if (!headers.allValues(name).equals(List.of(value))) {
                wrong.add(path + " " + name + ": " + headers.allValues(name));
            }
        });
        String policy = String.join(" AND ", headers.allValues("Content-Security-Policy"));
        if (!policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                || !policy.contains("form-action 'self'; frame-ancestors 'none'")
                || policy.contains("unsafe")
                || policy.contains("AND")) {
            wrong.add(path + " " + policy);
        }
        for (String telling : List.of("Server", "X-Powered-By")) {
            headers.firstValue(telling).ifPresent(value -> wrong.add(path + " tells " + telling + ": " + value));
        }
        headers.firstValue("Location")
                .filter(location -> !location.startsWith("/") && !path.equals(TO_THE_PROVIDER))
                .ifPresent(location -> wrong.add(path + " leads to " + location));
    }
}
