package dk.kvalitetsbro.access;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What can be asked for, by the table of rights, for tests that walk it. */
public final class Routes {
    /** Forms without a field that takes any text: buttons, choices, dates, numbers and files. */
    private static final Set<String> NOTHING_TO_WRITE = Set.of(
            "log-ind",
            "log-ud",
            "sprog",
            "mine-sessioner/log-ud",
            "mine-sessioner/{session}/log-ud",
            "api-adgang/{token}/tilbagekald",
            "lti/login",
            "lti/launch",
            "lti/valg",
            "moodle/lti/invitation",
            "moodle/lti/noegle",
            "moodle/lti/{platform}/tilstand",
            "moodle/lti/{platform}/fjern",
            "moodle/lti/{platform}/proev",
            "moodle/lti/{platform}/deltagere",
            "moodle/lti/{platform}/glem",
            "dagtilbud/{centre}/behov/{need}/tildel",
            "dagtilbud/{centre}/behov/{need}/tildel/forhaandsvisning",
            "arbejdsliste/{entry}/proev-igen",
            "arbejdsliste/{entry}/proev-alle-igen",
            "arbejdsliste/{entry}/fjern",
            "temaer-og-kurser/{course}",
            "temaer-og-kurser/forslag/{proposal}/godkend",
            "temaer-og-kurser/forslag/{proposal}/afvis",
            "temaer-og-maal/{theme}/fokus",
            "temaer-og-maal/{theme}/maal/{goal}/arkiver",
            "temaer-og-maal/{theme}/maal/{goal}/genoptag",
            "runder/{round}/graenser",
            "runder/{round}/aabn",
            "runder/{round}/luk",
            "runder/{round}/offentliggoer",
            "import",
            "invitationer/{invitation}/afslut",
            "dagtilbud/{centre}/invitationer/{invitation}/afslut",
            "import/{id}/godkend",
            "log/kontrol",
            "moodle/hent-kurser",
            "moodle/samme-moodle",
            "moodle/personer/noegler/fil",
            "moodle/personer/noegler/godkend",
            "api/moodle/events");

    private Routes() {}

    /** @return paths with their places, such as {@code dagtilbud/{centre}/resultater} */
    public static List<String> pages() {
        return Rights.TABLE.stream()
                .filter(rule -> rule.method().equals("GET"))
                .map(Rights.Rule::path)
                .toList();
    }

    /** @return paths of what is posted to, with their places */
    public static List<String> forms() {
        return Rights.TABLE.stream()
                .filter(rule -> rule.method().equals("POST"))
                .map(Rights.Rule::path)
                .toList();
    }

    /** Whether what is posted there has a file in it. */
    public static boolean takesFile(String path) {
        return path.equals("import") || path.endsWith("/fil");
    }

    /** @return methods and paths of what is for programs, such as {@code GET api/rounds} */
    public static Set<String> forPrograms() {
        Set<String> routes = new TreeSet<>();
        Rights.TABLE.stream()
                .map(Rights.Rule::route)
                .filter(route -> route.contains(" api/"))
                .forEach(routes::add);
        return routes;
    }

    /** @return paths of the forms that have something to write in, with # for their places */
    public static Set<String> written() {
        Set<String> written = new TreeSet<>();
        Rights.TABLE.stream()
                .filter(rule -> rule.method().equals("POST") && !NOTHING_TO_WRITE.contains(rule.path()))
                .forEach(rule -> written.add(rule.path().replaceAll("\\{[a-z]+}", "#")));
        return written;
    }
}
