package dk.kvalitetsbro.moodle.client;

import dk.kvalitetsbro.moodle.client.MoodleException.NotAllowed;
import dk.kvalitetsbro.moodle.client.SiteReport.Finding;
import dk.kvalitetsbro.moodle.client.SiteReport.State;
import dk.kvalitetsbro.moodle.client.SiteReport.Subject;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One look at a site, from the outside in: what stands further out is needed for what stands further in. */
final class SiteInspection {
    private static final String SITE_INFO = "core_webservice_get_site_info";
    private static final String USERS = "core_user_get_users_by_field";
    private static final String LIMITS = "local_kvalitetsbro_get_limits";
    private static final String OLDEST = "2024100700"; // 4.5
    private static final Duration CLOCKS_AGREE = Duration.ofMinutes(1);
    private static final int PHP_DEFAULT = 1_000;
    private static final int AMPLE = 5_000;

    private final Wire wire;
    private final URI address;
    private final Clock clock;
    private final Set<String> functions;
    private final List<String> someIdnumbers;
    private final RightsInspection rights;
    private final List<Finding> findings = new ArrayList<>();

    SiteInspection(
            Wire wire, URI address, long roleId, Clock clock, Set<String> functions, Collection<String> someIdnumbers) {
        this.wire = wire;
        this.address = address;
        this.clock = clock;
        this.functions = functions;
        this.someIdnumbers = List.copyOf(someIdnumbers);
        this.rights = new RightsInspection(wire, roleId, functions, this.someIdnumbers, findings);
    }

    SiteReport report() {
        try {
            var site = wire.offers().ask();
            add(State.SOUND, Subject.ANSWER, "sound", site.name(), site.username());
            inspect(site);
        } catch (NotAllowed e) {
            findings.add(new Finding(
                    State.BROKEN, Subject.ANSWER, "refused", List.of(e.errorCode()), Optional.of(e.obstacle())));
        } catch (MoodleException e) {
            add(State.BROKEN, Subject.ANSWER, "none", String.valueOf(e.getMessage()));
        }
        return new SiteReport(findings);
    }

    /** Trouble on the way ends the inspection and keeps what was found before it. */
    private void inspect(SiteInfo site) {
        try {
            encryption();
            version(site);
            clock();
            functions(site);
            plugin(site);
            parameters(site);
            rights.inspect(site);
        } catch (MoodleException e) {
            add(State.LOOK, Subject.ANSWER, "brokeoff", String.valueOf(e.getMessage()));
        }
    }

    private void encryption() {
        var host = String.valueOf(address.getHost());
        boolean onThisMachine = host.equals("127.0.0.1") || host.equals("localhost") || host.equals("[::1]");
        boolean encrypted = "https".equalsIgnoreCase(address.getScheme());
        add(
                encrypted || onThisMachine ? State.SOUND : State.LOOK,
                Subject.ENCRYPTION,
                encrypted ? "sound" : onThisMachine ? "local" : "none");
    }

    private void version(SiteInfo site) {
        boolean old = site.version().compareTo(OLDEST) < 0;
        add(old ? State.LOOK : State.SOUND, Subject.VERSION, old ? "old" : "sound", site.release());
    }

    /** The header tells whole seconds, and the reply took some time: nearer than a minute nobody can say. */
    private void clock() {
        var date = wire.calls().raw(SITE_INFO, Params.none()).date().flatMap(SiteInspection::moment);
        if (date.isEmpty()) {
            add(State.NOT_CHECKED, Subject.CLOCK, "");
            return;
        }
        var difference = Duration.between(clock.instant(), date.get().toInstant());
        boolean agree = difference.abs().compareTo(CLOCKS_AGREE) < 0;
        add(
                agree ? State.SOUND : State.LOOK,
                Subject.CLOCK,
                agree ? "sound" : "off",
                Long.toString(difference.toSeconds()));
    }

    private static Optional<ZonedDateTime> moment(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void functions(SiteInfo site) {
        var missing = new TreeSet<>(functions);
        missing.removeAll(site.functions());
        add(
                missing.isEmpty() ? State.SOUND : State.BROKEN,
                Subject.FUNCTIONS,
                missing.isEmpty() ? "sound" : "missing",
                String.join(", ", missing));
    }

    private void plugin(SiteInfo site) {
        boolean there = site.functions().contains(PluginEnrolling.NAME);
        add(there ? State.SOUND : State.LOOK, Subject.PLUGIN, there ? "sound" : "missing");
    }

    private void parameters(SiteInfo site) {
        if (site.functions().contains(LIMITS)) {
            long limit = wire.object(LIMITS, Params.none()).number("maxinputvars");
            parameters(limit >= AMPLE, "exact", limit);
        } else if (!site.functions().contains(USERS)) {
            add(State.NOT_CHECKED, Subject.PARAMETERS, "");
        } else {
            somebody(site).ifPresentOrElse(this::tryParameters, () -> add(State.NOT_CHECKED, Subject.PARAMETERS, ""));
        }
    }

    private void tryParameters(Known somebody) {
        if (somebody.isFoundAfter(AMPLE - 10)) {
            parameters(true, "ample", AMPLE - 10);
        } else {
            parameters(false, somebody.isFoundAfter(PHP_DEFAULT + 100) ? "some" : "default", PHP_DEFAULT);
        }
    }

    /** The token's own account, or else somebody with an idnumber. */
    private Optional<Known> somebody(SiteInfo site) {
        var candidates = new ArrayList<Known>();
        candidates.add(new Known("id", Long.toString(site.userId())));
        someIdnumbers.forEach(idnumber -> candidates.add(new Known("idnumber", idnumber)));
        return candidates.stream()
                .limit(3)
                .filter(known -> known.isFoundAfter(1))
                .findFirst();
    }

    private void parameters(boolean ample, String kind, long number) {
        add(ample ? State.SOUND : State.LOOK, Subject.PARAMETERS, kind, Long.toString(number));
    }

    /** An account that can be found by a field. */
    private final class Known {
        private final String field;
        private final String value;

        Known(String field, String value) {
            this.field = field;
            this.value = value;
        }

        /** Whether the last of so many values reaches Moodle: it is the only one that names an account. */
        boolean isFoundAfter(int values) {
            var params = Params.none().add("field", field);
            for (int i = 0; i < values - 1; i++) {
                params.add("values[" + i + "]", 0);
            }
            params.add("values[" + (values - 1) + "]", value);
            return !wire.list(USERS, params, row -> row.number("id")).isEmpty();
        }
    }

    private void add(State state, Subject subject, String kind, String... details) {
        findings.add(new Finding(state, subject, kind, List.of(details), Optional.empty()));
    }
}
