package dk.kvalitetsbro.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.container.TwoHouses;
import dk.kvalitetsbro.container.Visitor;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Walks everything that can be asked for, as every role: an answer that names somebody else, or that is a file to take
 * away, leaves an entry in the audit log. A new route is walked because it stands in the table of rights.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AuditWalkIT {
    private static final List<String> PEOPLE =
            List.of("maja", "karen", "jonas", "anne", "sigurd", "ole", "dorthe", "bente");

    /** Where somebody else is named without anything being read about them. */
    private static final Map<String, String> NAMED_ONLY = Map.of(
            "log-ind", "the demonstration's list of people to sign in as",
            "mine-oplysninger", "what is held about oneself; a text may name somebody else, too",
            "mine-forloeb", "one's own record, with the leader who gave the course");

    /** Taken away without a figure or a name in it. */
    private static final Map<String, String> ABOUT_NOBODY = Map.of(
            "api/rounds", "which survey rounds there are, and when",
            "lti/keys", "the tool's public keys");

    /** Answers with something only where another system does; tests of their own look at them. */
    private static final Set<String> WITH_ANOTHER_SYSTEM = Set.of(
            "GET log-ind/oidc/svar",
            "GET moodle/personer.csv",
            "GET lti/login",
            "GET lti/vindue",
            "GET lti/registrering");

    @ArquillianResource
    private URL base;

    @BeforeEach
    void two_centres_with_something_to_read_about_everybody() {
        TwoHouses.build();
        TwoHouses.furnish();
    }

    @Test
    void whoever_reads_about_somebody_else_or_takes_a_file_away_is_written_down() throws Exception {
        Set<String> unwritten = new TreeSet<>();
        Set<String> nothingFound = new TreeSet<>();
        Map<String, Visitor> readers = new HashMap<>();
        for (String person : PEOPLE) {
            readers.put(person, Visitor.at(base).signedInAs(person));
        }
        for (Rights.Rule rule : Rights.TABLE) {
            if (rule.method().equals("GET")) {
                nothingFound.add(rule.route());
                for (String path : TwoHouses.paths(rule.path())) {
                    for (String person : PEOPLE) {
                        long before = entriesBy(person);
                        var read = readers.get(person).get("app/" + path);
                        if (read.statusCode() < 400) {
                            nothingFound.remove(rule.route());
                        }
                        if (mustBeWrittenDown(rule, person, read) && entriesBy(person) == before) {
                            unwritten.add(rule.route() + " as " + person);
                        }
                    }
                }
            }
        }
        assertEquals(Set.of(), unwritten);
        assertEquals(
                WITH_ANOTHER_SYSTEM,
                nothingFound,
                "the walk proves nothing about a route that it finds nothing behind");
    }

    @Test
    void so_is_looking_at_what_an_assignment_would_mean() throws Exception {
        var karen = Visitor.at(base).signedInAs("karen");
        long before = entriesBy("karen");

        var preview = karen.post(
                "app/dagtilbud/WALK-OWN/behov/" + TwoHouses.need(TwoHouses.OWN) + "/tildel/forhaandsvisning",
                "course",
                String.valueOf(TwoHouses.COURSE),
                "due",
                "2099-01-01",
                "person",
                "walk-1");

        assertEquals(true, preview.body().contains(TwoHouses.name("maja")), preview.body());
        assertEquals(before + 1, entriesBy("karen"));
    }

    @Test
    void so_is_who_comes_who_goes_and_who_is_refused() throws Exception {
        long refused = entries("action = 'access.signInRefused' and actor = '' and subject = 'nobody'");
        long came = entries("action = 'access.signedIn' and actor = 'maja'");
        long went = entries("action = 'access.signedOut' and actor = 'maja'");

        Visitor.at(base).post("app/log-ind", "person", "nobody");
        Visitor.at(base).signedInAs("maja").post("app/log-ud");

        assertEquals(refused + 1, entries("action = 'access.signInRefused' and actor = '' and subject = 'nobody'"));
        assertEquals(came + 1, entries("action = 'access.signedIn' and actor = 'maja'"));
        assertEquals(went + 1, entries("action = 'access.signedOut' and actor = 'maja'"));
    }

    @Test
    void what_checking_the_chain_found_is_told_in_one_place() throws Exception {
        var dorthe = Visitor.at(base).signedInAs("dorthe");

        assertEquals(303, dorthe.post("app/log/kontrol").statusCode());

        Document log = Jsoup.parse(dorthe.get("app/log").body());
        assertEquals(1, log.select(".alert").size(), log.select(".alert").text());
        assertEquals(1, log.select(".alert[data-chain]").size());
    }

    private static long entries(String such) {
        return TwoHouses.jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from access.audit where " + such)
                        .mapTo(Long.class)
                        .one());
    }

    private static boolean mustBeWrittenDown(Rights.Rule rule, String reader, HttpResponse<String> read) {
        if (read.statusCode() != 200) {
            return false;
        }
        boolean page = read.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
        if (!page) {
            return !ABOUT_NOBODY.containsKey(rule.path());
        }
        return !NAMED_ONLY.containsKey(rule.path()) && namesSomebodyElse(read.body(), reader);
    }

    private static boolean namesSomebodyElse(String page, String reader) {
        List<String> others = new ArrayList<>(PEOPLE);
        others.remove(reader);
        return others.stream()
                .flatMap(other -> Stream.of(other, TwoHouses.name(other)))
                .anyMatch(other ->
                        Pattern.compile("\\b" + other + "\\b").matcher(page).find());
    }

    private static long entriesBy(String person) {
        return TwoHouses.jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from access.audit where actor = ?")
                        .bind(0, person)
                        .mapTo(Long.class)
                        .one());
    }
}
