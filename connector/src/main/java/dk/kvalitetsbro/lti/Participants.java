package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.web.FreeText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares the participants of a platform's course with the organisation, by the one key that people have. */
@ApplicationScoped
class Participants {
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>\\s*;\\s*rel=\"?next\"?");

    /** More than the largest course that was measured, ten times over. */
    private static final int MOST_PAGES = 50;

    private static final int PAGE = 500;
    private static final int SHOWN = 50;

    /**
     * @param known   participants who are in the organisation
     * @param keyless participants without a key in the platform
     * @param unknown keys, in the platform's order, that nobody in the organisation has; not all where there are many
     */
    public record Comparison(int known, int keyless, int strangers, List<String> unknown) {
        public int all() {
            return known + keyless + strangers;
        }
    }

    private final PlatformServices services;
    private final Organisation organisation;
    private final Vouched vouched;

    @Inject
    Participants(PlatformServices services, Organisation organisation, Vouched vouched) {
        this.services = services;
        this.organisation = organisation;
        this.vouched = vouched;
    }

    public Comparison compare(Platform platform, Courses.Course course) throws NotUsable, PlatformCalls.NoAnswer {
        List<String> keys = keys(platform, course);
        List<PersonKey> usable = keys.stream().flatMap(key -> key(key).stream()).toList();
        Map<PersonKey, String> names = organisation.names(usable);
        int keyless = (int) keys.stream().filter(String::isBlank).count();
        int known = (int) usable.stream().filter(names::containsKey).count();
        List<String> unknown = keys.stream()
                .filter(text -> !text.isBlank())
                .filter(text -> key(text).filter(names::containsKey).isEmpty())
                .map(Participants::shown)
                .toList();
        return new Comparison(
                known, keyless, unknown.size(), unknown.stream().limit(SHOWN).toList());
    }

    /** A platform may hold what must not stand on a page here. */
    private static String shown(String key) {
        return FreeText.looksLikeCpr(key) ? "xxxxxx-xxxx" : Printable.of(key);
    }

    /** @return each participant's key, empty where the platform has none */
    private List<String> keys(Platform platform, Courses.Course course) throws NotUsable, PlatformCalls.NoAnswer {
        List<String> keys = new ArrayList<>();
        Optional<URI> page = Courses.at(firstPage(course.members()), platform);
        for (int pages = 0; page.isPresent() && pages < MOST_PAGES; pages++) {
            PlatformCalls.Answer answer = services.members(platform, page.get());
            if (answer.status() != 200) {
                throw new NotUsable("MEMBERS");
            }
            keys.addAll(keys(Told.object(answer.body())));
            page = next(answer).flatMap(address -> Courses.at(address, platform));
        }
        return keys;
    }

    private static String firstPage(String members) {
        return members + (members.contains("?") ? "&" : "?") + "limit=" + PAGE;
    }

    private List<String> keys(JsonObject page) throws NotUsable {
        JsonValue members = page.get("members");
        if (members == null || members.getValueType() != JsonValue.ValueType.ARRAY) {
            throw new NotUsable("MEMBERS");
        }
        return members.asJsonArray().stream()
                .filter(JsonObject.class::isInstance)
                .map(member -> Told.text((JsonObject) member, vouched.participantsField()))
                .toList();
    }

    private static Optional<String> next(PlatformCalls.Answer answer) {
        return answer.headers().values("Link").stream()
                .map(NEXT::matcher)
                .filter(Matcher::find)
                .map(link -> link.group(1))
                .findFirst();
    }

    private static Optional<PersonKey> key(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(new PersonKey(text));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
