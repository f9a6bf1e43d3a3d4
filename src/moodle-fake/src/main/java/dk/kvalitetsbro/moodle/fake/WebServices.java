package dk.kvalitetsbro.moodle.fake;

import jakarta.json.JsonValue;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The functions of the token's service. */
final class WebServices {
    /** One web-service function. Throws {@link WebServiceException} where Moodle would answer with an exception. */
    @FunctionalInterface
    interface Function {
        JsonValue answer(Args args);
    }

    private final Site site;
    private final MoodleVersion version;
    private final Map<String, Function> functions = new TreeMap<>();
    private final Set<String> withheld = ConcurrentHashMap.newKeySet();

    WebServices(Site site, MoodleVersion version, String siteUrl) {
        this.site = site;
        this.version = version;
        functions.putAll(new SiteFunctions(this, version, siteUrl).all());
        functions.putAll(new CourseFunctions(site, siteUrl).all());
        functions.putAll(new UserFunctions(site, version, siteUrl).all());
        functions.putAll(new EnrolmentFunctions(site, version).all());
        functions.putAll(new CompletionFunctions(site, version).all());
        functions.putAll(new MobileFunctions(this, version, siteUrl).all());
    }

    /** What the service offers at present, by name. */
    Set<String> offered() {
        var offered = new TreeMap<>(functions);
        offered.keySet().removeAll(withheld);
        return Collections.unmodifiableSet(offered.keySet());
    }

    /** Takes a function out of the service, as an administrator may have forgotten to put it in. */
    void withhold(String function) {
        withheld.add(function);
    }

    void offerAll() {
        withheld.clear();
    }

    /** Answers one call from one state of the site. */
    JsonValue call(String name, Args args) {
        var function = functions.get(name);
        if (function == null) {
            throw version.missingRecord("external_functions");
        }
        if (withheld.contains(name)) {
            throw WebServiceException.accessDenied();
        }
        synchronized (site) {
            return function.answer(args);
        }
    }
}
