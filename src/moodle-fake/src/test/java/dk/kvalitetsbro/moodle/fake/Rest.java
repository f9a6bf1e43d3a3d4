package dk.kvalitetsbro.moodle.fake;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The web services of a site, with nothing between a test and the wire. */
record Rest(URI site, String token) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    HttpResponse<String> post(String body) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(site + "/webservice/rest/server.php"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(60))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @param parameters such as {@code courseids[0]=2}, without escapes; those with a list's rows may be joined by & */
    HttpResponse<String> send(String function, String... parameters) throws IOException {
        var body = new StringBuilder("wstoken=" + token + "&moodlewsrestformat=json&wsfunction=" + function);
        for (var parameter : parameters) {
            body.append('&').append(parameter.replace("%", "%25").replace(" ", "%20"));
        }
        return post(body.toString());
    }

    /** The reply, be it an error. */
    JsonValue reply(String function, String... parameters) {
        try {
            return json(send(function, parameters).body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Throws where the reply is an error. */
    JsonValue call(String function, String... parameters) {
        var reply = reply(function, parameters);
        if (reply instanceof JsonObject object && object.containsKey("exception")) {
            throw new IllegalStateException(function + ": " + object);
        }
        return reply;
    }

    JsonObject object(String function, String... parameters) {
        return (JsonObject) call(function, parameters);
    }

    JsonArray array(String function, String... parameters) {
        return (JsonArray) call(function, parameters);
    }

    /** Of a call that must fail. */
    String errorCode(String function, String... parameters) {
        if (reply(function, parameters) instanceof JsonObject object && object.containsKey("exception")) {
            return object.getString("errorcode", "");
        }
        throw new IllegalStateException(function + " is no error");
    }

    static JsonValue json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }
}
