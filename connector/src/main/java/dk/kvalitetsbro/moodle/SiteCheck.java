package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.moodle.Check.State;
import dk.kvalitetsbro.moodle.client.MoodleException;
import dk.kvalitetsbro.moodle.client.MoodleException.NotAllowed;
import dk.kvalitetsbro.moodle.client.Obstacle;
import dk.kvalitetsbro.moodle.client.Site;
import dk.kvalitetsbro.moodle.client.SiteInfo;
import dk.kvalitetsbro.moodle.client.SiteReport.Finding;
import dk.kvalitetsbro.moodle.client.SiteReport.Subject;
import dk.kvalitetsbro.web.Refusal;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Asks Moodle how it is and what it lets the connector do, in some ten quick calls. */
@ApplicationScoped
class SiteCheck {
    /** Without these the connector cannot do its work. */
    static final Set<String> NEEDED = Site.FOR_ENROLLING;

    /** Without this one reading completions takes ten times as long. */
    static final String HELPFUL = "tool_mobile_call_external_functions";

    /** What the connector calls beside these where the site has the plugin, which is where it has the first of them. */
    private static final List<String> WITH_PLUGIN = List.of(
            "local_kvalitetsbro_get_limits",
            "local_kvalitetsbro_get_completions",
            "local_kvalitetsbro_get_catalogue",
            "local_kvalitetsbro_get_people",
            "local_kvalitetsbro_enrol_users",
            "local_kvalitetsbro_set_themes",
            "local_kvalitetsbro_attach_course",
            "local_kvalitetsbro_detach_course");

    private static final Set<Subject> TOLD_ABOVE =
            Set.of(Subject.ANSWER, Subject.VERSION, Subject.FUNCTIONS, Subject.PEOPLE);

    /** Moodle 4.5, the oldest that the client is held to. */
    private static final long OLDEST_VERSION = 2024100700L;

    private final Moodle moodle;
    private final AccountSearch search;

    @Inject
    SiteCheck(Moodle moodle, AccountSearch search) {
        this.moodle = moodle;
        this.search = search;
    }

    /** @param sample some people who should have an account, to see whether the token may find people at all */
    public List<Check> run(Texts texts, Collection<PersonKey> sample) {
        List<Check> checks = new ArrayList<>();
        try {
            SiteInfo site = moodle.askQuickly(client -> client.site().info());
            checks.add(sound(texts, "reach", texts.of("moodle.check.reach.sound", site.name())));
            checks.add(sound(texts, "token", texts.of("moodle.check.token.sound", site.username())));
            checks.add(version(texts, site));
            checks.add(functions(texts, site));
            checks.add(accounts(texts, sample));
            checks.addAll(rights(texts, sample));
        } catch (MoodleException | Refusal e) {
            checks.addAll(withoutSite(texts, e));
        }
        return checks;
    }

    /** What the client finds out by asking for what can't be done; the checks above tell the rest of its report. */
    private List<Check> rights(Texts texts, Collection<PersonKey> sample) {
        Set<String> functions = new TreeSet<>(NEEDED);
        functions.add(HELPFUL);
        List<String> keys = sample.stream().map(PersonKey::value).toList();
        return moodle.askQuickly(client -> client.site().report(functions, keys)).findings().stream()
                .filter(finding -> !TOLD_ABOVE.contains(finding.subject()))
                .map(finding -> check(texts, finding))
                .toList();
    }

    /** The connector does its work without the plugin, only with less. */
    private static Check check(Texts texts, Finding finding) {
        State state = finding.subject() == Subject.PLUGIN
                ? State.SOUND
                : State.valueOf(finding.state().name());
        return new Check(
                state,
                finding.title(texts.locale()),
                finding.finding(texts.locale()),
                state == State.SOUND ? "" : finding.remedy(texts.locale()).orElse(""));
    }

    private static List<Check> withoutSite(Texts texts, RuntimeException trouble) {
        List<Check> checks = new ArrayList<>();
        if (trouble instanceof NotAllowed no && no.obstacle() != Obstacle.WRONG_ADDRESS) {
            checks.add(sound(texts, "reach", texts.get("moodle.check.reach.answers")));
            checks.add(
                    check(State.BROKEN, texts, "token", "broken", no.obstacle().remedy(texts.locale())));
        } else {
            checks.add(check(State.BROKEN, texts, "reach", unreachable(trouble), remedy(texts, trouble)));
            checks.add(notChecked(texts, "token"));
        }
        checks.add(notChecked(texts, "version"));
        checks.add(notChecked(texts, "functions"));
        checks.add(notChecked(texts, "accounts"));
        return checks;
    }

    private static String unreachable(RuntimeException trouble) {
        return trouble instanceof Refusal ? "unset" : "broken";
    }

    private static String remedy(Texts texts, RuntimeException trouble) {
        if (trouble instanceof NotAllowed no) {
            return no.obstacle().remedy(texts.locale());
        }
        return texts.get("moodle.check.reach." + unreachable(trouble) + ".remedy");
    }

    private static Check version(Texts texts, SiteInfo site) {
        return wholeVersion(site.version()) >= OLDEST_VERSION
                ? sound(texts, "version", texts.of("moodle.check.version.sound", site.release()))
                : new Check(
                        State.LOOK,
                        texts.get("moodle.check.version"),
                        texts.of("moodle.check.version.old", site.release()),
                        texts.get("moodle.check.version.old.remedy"));
    }

    /** @param version such as 2024100705.01 */
    static long wholeVersion(String version) {
        String digits = version.replaceFirst("\\..*", "");
        return digits.matches("[0-9]{1,12}") ? Long.parseLong(digits) : 0;
    }

    private static Set<String> needed(SiteInfo site) {
        Set<String> needed = new TreeSet<>(NEEDED);
        if (site.functions().contains(WITH_PLUGIN.get(0))) {
            needed.addAll(WITH_PLUGIN);
        }
        return needed;
    }

    private static Check functions(Texts texts, SiteInfo site) {
        Set<String> needed = needed(site);
        Set<String> missing = new TreeSet<>(needed);
        missing.removeAll(site.functions());
        if (!missing.isEmpty()) {
            return new Check(
                    State.BROKEN,
                    texts.get("moodle.check.functions"),
                    texts.of("moodle.check.functions.missing", missing.size()),
                    texts.of("moodle.check.functions.missing.remedy", String.join(", ", missing)));
        }
        return site.functions().contains(HELPFUL)
                ? sound(texts, "functions", texts.of("moodle.check.functions.sound", needed.size() + 1))
                : new Check(
                        State.LOOK,
                        texts.get("moodle.check.functions"),
                        texts.get("moodle.check.functions.slow"),
                        texts.of("moodle.check.functions.missing.remedy", HELPFUL));
    }

    /** A token without the right to see idnumbers finds nobody, and nobody is told that it lacks the right. */
    private Check accounts(Texts texts, Collection<PersonKey> sample) {
        if (sample.isEmpty()) {
            return new Check(
                    State.NOT_CHECKED,
                    texts.get("moodle.check.accounts"),
                    texts.get("moodle.check.accounts.nobody"),
                    "");
        }
        try {
            return accounts(
                    texts,
                    sample.size(),
                    moodle.askQuickly(client -> search.find(client, sample)).size());
        } catch (MoodleException e) {
            String remedy = e instanceof NotAllowed no
                    ? no.obstacle().remedy(texts.locale())
                    : texts.get("moodle.check.reach.broken.remedy");
            return check(State.BROKEN, texts, "accounts", "broken", remedy);
        }
    }

    private static Check accounts(Texts texts, int asked, int found) {
        String finding = texts.of("moodle.check.accounts.found", found, asked);
        String name = texts.get("moodle.check.accounts");
        if (found == 0) {
            return new Check(State.BROKEN, name, finding, texts.get("moodle.check.accounts.none.remedy"));
        }
        return found < asked
                ? new Check(State.LOOK, name, finding, texts.get("moodle.check.accounts.some.remedy"))
                : new Check(State.SOUND, name, finding, "");
    }

    private static Check sound(Texts texts, String what, String finding) {
        return new Check(State.SOUND, texts.get("moodle.check." + what), finding, "");
    }

    private static Check notChecked(Texts texts, String what) {
        return new Check(
                State.NOT_CHECKED, texts.get("moodle.check." + what), texts.get("moodle.check.notChecked"), "");
    }

    private static Check check(State state, Texts texts, String what, String how, String remedy) {
        return new Check(
                state, texts.get("moodle.check." + what), texts.get("moodle.check." + what + "." + how), remedy);
    }
}
