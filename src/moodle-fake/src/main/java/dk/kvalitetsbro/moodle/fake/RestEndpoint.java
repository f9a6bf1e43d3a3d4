package dk.kvalitetsbro.moodle.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dk.kvalitetsbro.moodle.fake.Fault.Answer;
import dk.kvalitetsbro.moodle.fake.Fault.CutAfter;
import dk.kvalitetsbro.moodle.fake.Fault.CutBefore;
import dk.kvalitetsbro.moodle.fake.Fault.HalfReply;
import dk.kvalitetsbro.moodle.fake.Fault.Wait;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code /webservice/rest/server.php}: a form in, JSON out, and nearly always status 200. */
final class RestEndpoint implements HttpHandler {
    private static final String JSON = "application/json";

    private final String token;
    private final WebServices services;
    private final Faults faults;

    RestEndpoint(String token, WebServices services, Faults faults) {
        this.token = token;
        this.services = services;
        this.faults = faults;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var variables = variables(exchange);
            var fault = faults.take(String.valueOf(variables.get("wsfunction")));
            if (fault.isPresent() && fault.get() instanceof Wait wait) {
                await(wait);
            }
            if (fault.isPresent() && fault.get() instanceof Answer answer) {
                answer.headers().forEach(exchange.getResponseHeaders()::set);
                send(exchange, answer.status(), answer.contentType(), answer.body());
            } else if (!cut(fault, CutBefore.class)) {
                var reply = answer(variables);
                if (!cut(fault, CutAfter.class)) {
                    boolean half = fault.filter(HalfReply.class::isInstance).isPresent();
                    send(exchange, 200, reply.contentType, half ? half(reply.body) : reply.body);
                }
            }
        }
    }

    private record Reply(String contentType, String body) {}

    private Reply answer(Map<String, Object> variables) {
        var format = variables.remove("moodlewsrestformat");
        try {
            if (!token.equals(variables.remove("wstoken"))) {
                throw WebServiceException.moodle("invalidtoken", "Invalid token - token not found");
            }
            var function = String.valueOf(variables.remove("wsfunction"));
            return new Reply(JSON, services.call(function, Args.of(variables)).toString());
        } catch (WebServiceException e) {
            return "json".equals(format)
                    ? new Reply(JSON, e.toJson().toString())
                    : new Reply("application/xml; charset=utf-8", e.toXml());
        }
    }

    private static Map<String, Object> variables(HttpExchange exchange) throws IOException {
        var variables = new LinkedHashMap<String, Object>();
        var query = exchange.getRequestURI().getRawQuery();
        if (query != null) {
            variables.putAll(PhpVariables.ofQuery(query));
        }
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        variables.putAll(PhpVariables.ofBody(body));
        return variables;
    }

    /** Closing an exchange without an answer cuts its connection. */
    private static boolean cut(Optional<Fault> fault, Class<? extends Fault> kind) {
        return fault.filter(kind::isInstance).isPresent();
    }

    private static void await(Wait wait) throws IOException {
        try {
            wait.gate().await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The stand-in was stopped while a call waited", e);
        }
    }

    private static String half(String body) {
        return body.substring(0, body.length() / 2);
    }

    private static void send(HttpExchange exchange, int status, String contentType, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
