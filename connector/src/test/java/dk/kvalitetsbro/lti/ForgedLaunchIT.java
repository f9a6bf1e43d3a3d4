package dk.kvalitetsbro.lti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.container.TwoHouses;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The table of forged launches against the product: status, page, audit log, and nobody signed in. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ForgedLaunchIT {
    /** Told in the head of a page that comes with every launch that goes wrong. */
    private static final String SENTENCE = "data-problem-sentence";

    private record Line(long id, String actor, String action, String subject, String detail) {}

    @ArquillianResource
    private URL base;

    private final TestPlatform platform = TestPlatform.start();

    @BeforeEach
    void somebody_works_here() {
        TwoHouses.build();
    }

    @AfterEach
    void the_platform_stops() {
        platform.close();
    }

    @Test
    void each_is_refused_with_its_status_a_sentence_a_line_in_the_log_and_nothing_more() throws Exception {
        PayaraDoor door = new PayaraDoor(platform, base);
        door.open();
        List<String> wrong = new ArrayList<>();
        List<Forgery> forgeries = new ArrayList<>(Forgeries.all());
        forgeries.add(new Forgery("nobody of that key", Rule.PERSON, scene -> door.as("stranger-1")
                .honest()));
        forgeries.add(new Forgery("an account that came as somebody else", Rule.SAME_PERSON, scene -> {
            door.as("maja").use(door.begun());
            return door.as("karen", "maja's account").honest();
        }));
        forgeries.add(new Forgery("an idnumber that came with another account", Rule.SAME_ACCOUNT, scene -> {
            door.as("maja").use(door.begun());
            return door.as("maja", "a forger's account").honest();
        }));
        for (Forgery forgery : forgeries) {
            Forgery.Attempt attempt = forgery.forged().apply(door);
            Line before = newest();
            HttpResponse<String> answer = door.send(attempt);
            trouble(forgery, attempt, answer, before).ifPresent(told -> wrong.add(forgery.name() + ": " + told));
        }
        assertEquals(List.of(), wrong);
        assertTrue(forgeries.size() >= 60);
    }

    private Optional<String> trouble(
            Forgery forgery, Forgery.Attempt attempt, HttpResponse<String> answer, Line before) {
        Line line = newest();
        if (answer.statusCode() != forgery.rule().status()) {
            return Optional.of("status " + answer.statusCode());
        }
        if (!answer.body().contains(SENTENCE) || answer.body().contains("??")) {
            return Optional.of("no sentence");
        }
        if (line.id() == before.id()
                || !line.action().equals("lti.refused")
                || !line.detail().split(" ")[0].equals(forgery.rule().name())) {
            return Optional.of("the log says " + line);
        }
        return leak(attempt, answer, line);
    }

    private static Optional<String> leak(Forgery.Attempt attempt, HttpResponse<String> answer, Line line) {
        String all = answer.body() + answer.headers().map() + line;
        for (Map.Entry<String, String> field : attempt.fields()) {
            boolean secret =
                    field.getKey().matches("id_token|state") && field.getValue().length() > 8;
            if (secret && all.contains(field.getValue())) {
                return Optional.of(field.getKey() + " is told");
            }
        }
        String page = answer.body();
        if (page.contains("Exception") || page.contains("<script>alert") || page.contains("dk.kvalitetsbro.")) {
            return Optional.of("the page tells too much");
        }
        if (line.subject().matches("(?s).*\\p{Cntrl}.*")) {
            return Optional.of("lines in the log");
        }
        return PayaraDoor.session(answer).map(session -> "a session");
    }

    @Test
    void a_form_that_breaks_off_or_is_not_encoded_is_refused_too() throws Exception {
        PayaraDoor door = new PayaraDoor(platform, base);
        door.open();
        var answer = door.send(new Forgery.Attempt("lti/launch", List.of(), Optional.empty()));
        assertEquals(400, answer.statusCode());
        assertFalse(answer.body().contains("Exception"));
    }

    private static Line newest() {
        return TwoHouses.jdbi().withHandle(handle -> handle.createQuery(
                        "select id, actor, action, subject, detail from access.audit order by id desc limit 1")
                .map((row, context) -> new Line(
                        row.getLong("id"),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("detail")))
                .findOne()
                .orElse(new Line(0, "", "", "", "")));
    }
}
