package dk.kvalitetsbro.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A page made for a frame may stand in those of the sites that are known, and of no other. */
class PagePolicyTest {
    @Test
    void as_long_as_no_site_is_known_nobody_may_frame_it() {
        assertEquals(PagePolicy.framedByNobody(), PagePolicy.framedBy(Set.of()));
    }

    @Test
    void the_sites_known_may_frame_it_and_get_what_its_forms_send() {
        String policy =
                PagePolicy.framedBy(new TreeSet<>(Set.of("https://a.example", "https://moodle.example.dk:8443")));

        assertTrue(policy.endsWith("form-action 'self' https://a.example https://moodle.example.dk:8443; "
                + "frame-ancestors https://a.example https://moodle.example.dk:8443"));
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self';"));
    }

    @Test
    void a_page_takes_everything_from_here_and_nothing_that_is_not_named() {
        assertEquals(
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                        + "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
                PagePolicy.framedByNobody());
    }

    @Test
    void nothing_inline_is_ever_allowed() {
        assertTrue(!PagePolicy.framedBy(Set.of("https://a.example")).contains("unsafe"));
    }
}
