package dk.kvalitetsbro.moodle.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dk.kvalitetsbro.moodle.fake.Fault.Answer;
import dk.kvalitetsbro.moodle.fake.Fault.CutAfter;
import dk.kvalitetsbro.moodle.fake.Fault.CutBefore;
import dk.kvalitetsbro.moodle.fake.Fault.HalfReply;
import dk.kvalitetsbro.moodle.fake.Fault.Hang;
import dk.kvalitetsbro.moodle.fake.Fault.HangBefore;
import dk.kvalitetsbro.moodle.fake.Fault.Late;
import dk.kvalitetsbro.moodle.fake.Fault.PageAfter;
import dk.kvalitetsbro.moodle.fake.Fault.Slow;
import dk.kvalitetsbro.moodle.fake.Fault.Wait;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /webservice/rest/server.php}: a form in, JSON out, and nearly always status 200. */
final class RestEndpoint implements HttpHandler {
    private static final String JSON = "application/json";
    private static final String HTML = "text/html; charset=utf-8";

    private final String token;
    private final WebServices services;
    private final Faults faults;
    private final Sleeper sleeper;

    RestEndpoint(String token, WebServices services, Faults faults, Sleeper sleeper) {
        this.token = token;
        this.services = services;
        this.faults = faults;
        this.sleeper = sleeper;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var variables = variables(exchange);
            var fault = faults.take(String.valueOf(variables.get("wsfunction"))).orElse(null);
            var reply = reply(fault, variables);
            if (reply.isPresent()) {
                send(exchange, reply.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The stand-in was stopped during a call", e);
        }
    }

    private record Reply(int status, String contentType, Map<String, String> headers, String body) {
        static Reply ok(String contentType, String body) {
            return new Reply(200, contentType, Map.of(), body);
        }
    }

    /** Nothing where the connection is to be cut, which closing an exchange without an answer does. */
    private Optional<Reply> reply(@Nullable Fault fault, Map<String, Object> variables) throws InterruptedException {
        if (fault instanceof CutBefore) {
            return Optional.empty();
        }
        if (fault instanceof HangBefore hang) {
            sleeper.sleep(hang.silence());
            return Optional.empty();
        }
        if (fault instanceof Answer answer) {
            return Optional.of(new Reply(answer.status(), answer.contentType(), answer.headers(), answer.body()));
        }
        if (fault instanceof Wait wait) {
            wait.gate().await();
        } else if (fault instanceof Late late) {
            sleeper.sleep(late.delay());
        }
        var reply = answer(variables);
        if (fault instanceof Slow slow) {
            sleeper.sleep(slow.delay());
        } else if (fault instanceof Hang hang) {
            sleeper.sleep(hang.silence());
            return Optional.empty();
        } else if (fault instanceof CutAfter) {
            return Optional.empty();
        } else if (fault instanceof PageAfter page) {
            return Optional.of(new Reply(page.status(), HTML, Map.of(), Fault.page(page.status())));
        } else if (fault instanceof HalfReply) {
            return Optional.of(Reply.ok(reply.contentType, reply.body.substring(0, reply.body.length() / 2)));
        }
        return Optional.of(reply);
    }

    private Reply answer(Map<String, Object> variables) throws InterruptedException {
        var format = variables.remove("moodlewsrestformat");
        try {
            if (!token.equals(variables.remove("wstoken"))) {
                throw WebServiceException.moodle("invalidtoken", "Invalid token - token not found");
            }
            var function = String.valueOf(variables.remove("wsfunction"));
            return Reply.ok(JSON, services.charged(function, Args.of(variables)).toString());
        } catch (WebServiceException e) {
            return "json".equals(format)
                    ? Reply.ok(JSON, e.toJson().toString())
                    : Reply.ok("application/xml; charset=utf-8", e.toXml());
        }
    }

    private Map<String, Object> variables(HttpExchange exchange) throws IOException {
        var variables = new LinkedHashMap<String, Object>();
        int limit = services.maxInputVars();
        var query = exchange.getRequestURI().getRawQuery();
        if (query != null) {
            variables.putAll(PhpVariables.ofQuery(query, limit));
        }
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        variables.putAll(PhpVariables.ofBody(body, limit));
        return variables;
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        var bytes = reply.body.getBytes(StandardCharsets.UTF_8);
        reply.headers.forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Content-Type", reply.contentType);
        exchange.sendResponseHeaders(reply.status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
