package dk.kvalitetsbro.moodle.fake;

import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The functions of the token's service. */
final class WebServices {
    /** One web-service function. Throws {@link WebServiceException} where Moodle would answer with an exception. */
    @FunctionalInterface
    interface Function {
        JsonValue answer(Args args);
    }

    private final Site site;
    private final MoodleVersion version;
    private final Optional<Cost> cost;
    private final Capabilities capabilities;
    private final Map<String, Function> functions = new TreeMap<>();
    private final Set<String> withheld = ConcurrentHashMap.newKeySet();
    private volatile int maxInputVars = PhpVariables.MAX_INPUT_VARS;

    WebServices(Site site, MoodleVersion version, boolean plugin, String siteUrl, Optional<Cost> cost) {
        this.site = site;
        this.version = version;
        this.cost = cost;
        this.capabilities = new Capabilities(site.tables());
        var people = new People(capabilities, siteUrl);
        var lookup = new Lookup(site.tables(), version);
        var ratings = new Ratings(site, siteUrl);
        functions.putAll(new SiteFunctions(this, version, siteUrl).all());
        functions.putAll(new CourseFunctions(site, capabilities, siteUrl).all());
        functions.putAll(new ContentsFunctions(site, capabilities, lookup, siteUrl).all());
        functions.putAll(new UserFunctions(site, people).all());
        functions.putAll(new AccountFunctions(site, capabilities).all());
        functions.putAll(new ParticipantFunctions(site, capabilities, lookup, people, siteUrl).all());
        functions.putAll(new EnrolmentFunctions(site, capabilities, lookup).all());
        functions.putAll(new CompletionFunctions(site, capabilities, lookup).all());
        functions.putAll(new CohortFunctions(site, capabilities, lookup).all());
        functions.putAll(new GroupFunctions(site, capabilities, lookup).all());
        functions.putAll(new FrameworkFunctions(site, capabilities, lookup).all());
        functions.putAll(new CompetencyFunctions(site, capabilities, lookup).all());
        functions.putAll(new CourseCompetencyFunctions(site, capabilities, lookup).all());
        functions.putAll(new RatingFunctions(site, capabilities, lookup, ratings, people).all());
        functions.putAll(new PlanFunctions(site, capabilities, lookup, siteUrl).all());
        functions.putAll(new PlanCompetencyFunctions(site, capabilities, lookup, ratings).all());
        functions.putAll(new TemplateFunctions(site, capabilities, lookup).all());
        functions.putAll(new MessageFunctions(site, capabilities, lookup).all());
        functions.putAll(new FeedbackFunctions(site, capabilities, lookup).all());
        functions.putAll(new ReportFunctions(site, capabilities, version, people).all());
        functions.putAll(new MobileFunctions(this, version, siteUrl).all());
        if (plugin) {
            functions.putAll(new PluginReadingFunctions(site, capabilities, version, this).all());
            functions.putAll(new PluginEnrolmentFunctions(site, capabilities, this).all());
            functions.putAll(new PluginThemeFunctions(site, capabilities, this).all());
        }
    }

    Capabilities capabilities() {
        return capabilities;
    }

    /** What PHP drops variables beyond. */
    int maxInputVars() {
        return maxInputVars;
    }

    void maxInputVars(int limit) {
        maxInputVars = limit;
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

    /** Answers one call, taking the time that it costs. */
    JsonValue charged(String name, Args args) throws InterruptedException {
        if (cost.isEmpty()) {
            return call(name, args);
        }
        return cost.get()
                .charged(() -> {
                    synchronized (site) {
                        long before = site.changes();
                        try {
                            var reply = call(name, args);
                            return done(name, args, before, Optional.of(reply), () -> reply);
                        } catch (WebServiceException e) {
                            return done(name, args, before, Optional.empty(), () -> {
                                throw e;
                            });
                        }
                    }
                })
                .get();
    }

    private Cost.Done<Supplier<JsonValue>> done(
            String name, Args args, long before, Optional<JsonValue> reply, Supplier<JsonValue> result) {
        Duration time = Cost.of(name, args, site.changes() - before, reply);
        return new Cost.Done<>(result, time);
    }

    /** Answers one call from one state of the site, and makes all of its changes or none. */
    JsonValue call(String name, Args args) {
        var function = functions.get(name);
        if (function == null) {
            throw version.missingRecord("external_functions");
        }
        if (withheld.contains(name)) {
            throw WebServiceException.accessDenied();
        }
        return site.transaction(() -> function.answer(args));
    }
}
