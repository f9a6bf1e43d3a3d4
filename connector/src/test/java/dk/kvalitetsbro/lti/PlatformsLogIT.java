package dk.kvalitetsbro.lti;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.container.TwoHouses;
import dk.kvalitetsbro.container.Visitor;
import java.net.URL;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever changes from where people may come leaves a line in the audit log. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PlatformsLogIT {
    private static final String PAGE = "app/moodle/lti";

    @ArquillianResource
    private URL base;

    private final TestPlatform platform = TestPlatform.start();
    private Visitor sigurd;
    private long before;

    @BeforeEach
    void sigurd_looks_after_the_system() throws Exception {
        TwoHouses.build();
        TwoHouses.jdbi().useHandle(handle -> handle.execute("delete from lti.platform"));
        sigurd = Visitor.at(base).signedInAs("sigurd");
        before = number("select max(id) from access.audit");
    }

    @AfterEach
    void nothing_of_it_is_left() {
        platform.close();
        TwoHouses.jdbi().useHandle(handle -> handle.execute("delete from lti.platform"));
    }

    @Test
    void every_change_to_a_platform_does() throws Exception {
        sigurd.post(PAGE, "issuer", platform.issuer(), "client", "c-1", "deployments", "1");
        String own = PAGE + "/" + number("select id from lti.platform");
        sigurd.post(own + "/tilstand", "til", "DISABLED");
        sigurd.post(own + "/tilstand", "til", "ACTIVE");
        sigurd.post(own + "/fjern");

        assertEquals(
                List.of(
                        "sigurd lti.platformSaved " + platform.issuer() + " c-1",
                        "sigurd lti.switchedOff " + platform.issuer() + " c-1",
                        "sigurd lti.switchedOn " + platform.issuer() + " c-1",
                        "sigurd lti.platformRemoved " + platform.issuer() + " c-1"),
                log());
    }

    @Test
    void so_does_a_link_to_register_by_and_a_new_key() throws Exception {
        sigurd.post(PAGE + "/invitation", "issuer", "https://moodle.example");
        sigurd.post(PAGE + "/noegle");

        String kid = TwoHouses.jdbi()
                .withHandle(handle -> handle.createQuery("select kid from lti.tool_key where valid_until is null")
                        .mapTo(String.class)
                        .one());
        assertEquals(List.of("sigurd lti.invited https://moodle.example ", "sigurd lti.keyRenewed  " + kid), log());
    }

    private List<String> log() {
        return TwoHouses.jdbi().withHandle(handle -> handle.createQuery(
                        """
                        select concat_ws(' ', actor, action, subject, detail) from access.audit
                         where id > :before order by id""")
                .bind("before", before)
                .mapTo(String.class)
                .list());
    }

    private static long number(String query) {
        return TwoHouses.jdbi()
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(Long.class).one());
    }
}
