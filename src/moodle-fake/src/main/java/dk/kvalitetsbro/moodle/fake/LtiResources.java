package dk.kvalitetsbro.moodle.fake;

import com.sun.net.httpserver.HttpExchange;
import dk.kvalitetsbro.moodle.fake.LtiServices.Reply;
import dk.kvalitetsbro.moodle.fake.Row.Account;
import dk.kvalitetsbro.moodle.fake.Row.Enrolled;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Grades and participants, under {@code /mod/lti/services.php}. */
final class LtiResources {
    private static final String ROOT = "/mod/lti/services.php";
    private static final Pattern SCORES = Pattern.compile(ROOT + "/(\\d+)/lineitems/(\\d+)/lineitem/scores");
    private static final Pattern MEMBERS = Pattern.compile(ROOT + "/CourseSection/(\\d+)/bindings/(\\d+)/memberships");
    private static final String SCORE_TYPE = "application/vnd.ims.lis.v1.score+json";
    private static final String MEMBERS_TYPE = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";

    private final LtiPlatform platform;
    private final Site site;
    private final Tables tables;
    private final URI baseUri;

    LtiResources(LtiPlatform platform, Site site, URI baseUri) {
        this.platform = platform;
        this.site = site;
        this.tables = site.tables();
        this.baseUri = baseUri;
    }

    Reply answer(HttpExchange exchange, String token, String body) {
        var path = exchange.getRequestURI().getPath();
        var scores = SCORES.matcher(path);
        var members = MEMBERS.matcher(path);
        if (scores.matches() && exchange.getRequestMethod().equals("POST")) {
            return platform.scopesOf(token).contains(LtiPlatform.SCORE) ? score(scores, exchange, body) : empty(401);
        }
        if (members.matches()) {
            return platform.scopesOf(token).contains(LtiPlatform.MEMBERS)
                    ? members(Long.parseLong(members.group(1)), path, query(exchange))
                    : empty(401);
        }
        return empty(404);
    }

    private Reply score(Matcher path, HttpExchange exchange, String body) {
        var type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        if (!type.isEmpty() && !type.equals(SCORE_TYPE)) {
            return empty(400);
        }
        long course = Long.parseLong(path.group(1));
        var item = platform.lineItem(Long.parseLong(path.group(2))).filter(any -> any.courseId() == course);
        if (item.isEmpty()) {
            return empty(404);
        }
        if (!String.valueOf(query(exchange).get("type_id"))
                .equals(String.valueOf(item.get().toolId()))) {
            return empty(403);
        }
        try (var reader = Json.createReader(new StringReader(body))) {
            return score(item.get(), reader.readObject());
        } catch (JsonException | DateTimeException | NumberFormatException e) {
            return empty(400);
        }
    }

    private Reply score(LtiPlatform.LineItem item, JsonObject told) {
        for (var needed : List.of("userId", "timestamp", "gradingProgress", "activityProgress")) {
            if (!told.containsKey(needed)) {
                return empty(400);
            }
        }
        long user = Long.parseLong(told.getString("userId"));
        var at = OffsetDateTime.parse(told.getString("timestamp")).toInstant();
        if (!isParticipant(user, item.courseId())) {
            return empty(400);
        }
        var known = platform.score(item.id(), user);
        if (known.isPresent() && !at.isAfter(known.get().at())) {
            return empty(409);
        }
        platform.keep(
                new LtiPlatform.Score(item.id(), user, number(told, "scoreGiven"), number(told, "scoreMaximum"), at));
        return empty(200);
    }

    private boolean isParticipant(long user, long course) {
        return site.transaction(() -> tables.enrolment(user, course).isPresent());
    }

    private static double number(JsonObject told, String name) {
        return told.get(name) instanceof JsonNumber number ? number.doubleValue() : 0;
    }

    private Reply members(long course, String path, Map<String, Object> query) {
        var all = participants(course);
        int limit = number(query, "limit");
        int from = limit > 0 ? number(query, "from") : 0;
        int end = limit > 0 ? Math.min(all.size(), from + limit) : all.size();
        var members = Json.createArrayBuilder();
        all.subList(Math.min(from, all.size()), end).forEach(person -> members.add(member(person)));
        var page = Json.createObjectBuilder()
                .add("id", baseUri + path)
                .add("context", Json.createObjectBuilder().add("id", String.valueOf(course)))
                .add("members", members)
                .build();
        var next = end < all.size()
                ? Optional.of("<" + baseUri + path + "?limit=" + limit + "&from=" + end + ">; rel=\"next\"")
                : Optional.<String>empty();
        return new Reply(200, MEMBERS_TYPE, page.toString(), next);
    }

    private List<Account> participants(long course) {
        return site.transaction(() -> tables.enrolmentsByCourse.list(course).stream()
                .map(Enrolled::userId)
                .flatMap(id -> tables.accounts.find(id).stream())
                .toList());
    }

    private static JsonObject member(Account person) {
        return Json.createObjectBuilder()
                .add("status", "Active")
                .add("roles", Json.createArrayBuilder().add("Learner"))
                .add("user_id", String.valueOf(person.id()))
                .add("lis_person_sourcedid", person.idnumber())
                .add("ext_user_username", person.username())
                .build();
    }

    private static Map<String, Object> query(HttpExchange exchange) {
        return PhpVariables.ofQuery(
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""), PhpVariables.MAX_INPUT_VARS);
    }

    private static int number(Map<String, Object> query, String name) {
        return query.get(name) instanceof String text && text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    private static Reply empty(int status) {
        return Reply.of(status, "text/html; charset=utf-8", "");
    }
}
