package dk.kvalitetsbro.moodle.fake;

import static dk.kvalitetsbro.moodle.fake.Html.escape;

import dk.kvalitetsbro.moodle.fake.Row.Account;
import dk.kvalitetsbro.moodle.fake.Row.CourseMade;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** The pages' HTML, in Danish. Everything that comes from outside is escaped here. */
final class View {
    private View() {}

    /** Where somebody stands with a course. */
    enum Standing {
        NOT_ENROLLED("Du er ikke tilmeldt"),
        ONGOING("I gang"),
        COMPLETED("Gennemført");

        private final String words;

        Standing(String words) {
            this.words = words;
        }
    }

    static String notice(String title, String sentence) {
        return page(title, "", "<p>" + escape(sentence) + "</p>\n<p><a href=\"/my/\">Til dine kurser</a></p>");
    }

    static String signIn(String wantsUrl, String problem) {
        var alert =
                problem.isEmpty() ? "" : "<p class=\"alert\" role=\"alert\" id=\"problem\">" + escape(problem) + "</p>";
        return page(
                "Log ind",
                "",
                """
                %s
                <form method="post" action="/login/index.php">
                  <label for="person">Brugernavn eller fulde navn</label>
                  <p class="hint" id="hint">Ingen adgangskode: det er en stand-in på din egen maskine.</p>
                  <input type="text" id="person" name="person" required autocomplete="username"
                    aria-describedby="hint%s">
                  <input type="hidden" name="wantsurl" value="%s">
                  <button type="submit">Log ind</button>
                </form>
                """
                        .formatted(alert, problem.isEmpty() ? "" : " problem", escape(wantsUrl)));
    }

    /** Several people have the name. */
    static String choose(List<Account> people, String wantsUrl) {
        var choices = people.stream()
                .map(person ->
                        """
                <li><form method="post" action="/login/index.php">
                  <input type="hidden" name="person" value="%s">
                  <input type="hidden" name="wantsurl" value="%s">
                  <button type="submit">%s (%s)</button>
                </form></li>
                """
                                .formatted(
                                        escape(person.username()),
                                        escape(wantsUrl),
                                        escape(person.fullname()),
                                        escape(person.username())))
                .collect(Collectors.joining());
        return page("Hvem er du?", "", "<p>Flere har det navn.</p>\n<ul class=\"plain\">" + choices + "</ul>");
    }

    /** @param connector whether the connector can be opened from here */
    static String myCourses(Account person, List<CourseRow> courses, boolean connector) {
        var rows = courses.stream()
                .map(row ->
                        """
                <tr><th scope="row"><a href="/course/view.php?id=%d">%s</a></th><td>%s</td></tr>
                """
                                .formatted(
                                        row.course().id(),
                                        escape(row.course().course().fullname()),
                                        row.standing().words))
                .collect(Collectors.joining());
        var list = courses.isEmpty()
                ? "<p>Her står dine kurser, når nogen har tilmeldt dig et.</p>"
                : "<table><thead><tr><th scope=\"col\">Kursus</th><th scope=\"col\">Status</th></tr></thead><tbody>"
                        + rows + "</tbody></table>";
        var link = connector ? "<p><a href=\"" + LtiLaunches.OPEN + "\">Kvalitetsbro</a></p>" : "";
        return page("Mine kurser", signedIn(person), link + list);
    }

    /** A line of somebody's list. */
    record CourseRow(CourseMade course, Standing standing) {}

    static String course(Account person, CourseMade made, Standing standing) {
        var summary = made.course().summary();
        var facts = made.course().customFields().stream()
                .map(field -> "<div><dt>" + escape(field.name()) + "</dt><dd>" + escape(field.value()) + "</dd></div>")
                .collect(Collectors.joining());
        return page(
                made.course().fullname(),
                signedIn(person),
                """
                %s
                <dl><div><dt>Status</dt><dd id="status">%s</dd></div>%s</dl>
                %s
                <p><a href="/my/">Til dine kurser</a></p>
                """
                        .formatted(
                                summary.isEmpty() ? "" : "<p>" + escape(summary) + "</p>",
                                standing.words,
                                facts,
                                standing == Standing.ONGOING ? completeButton(made.id()) : ""));
    }

    static String selfSending(URI action, String inputs) {
        return page(
                "Et øjeblik",
                "",
                """
                <form method="post" action="%s">
                %s
                <button type="submit">Fortsæt</button>
                </form>
                <script src="/submit.js" defer></script>
                """
                        .formatted(escape(action.toString()), inputs));
    }

    static String framing(String title, String source) {
        return page(
                title,
                "",
                """
                <iframe id="contentframe" class="tool" src="%s" title="%s" allow="fullscreen"></iframe>
                <script src="/frames.js"></script>
                """
                        .formatted(escape(source), escape(title)));
    }

    private static String completeButton(long courseId) {
        return """
                <form method="post" action="/course/complete.php">
                  <input type="hidden" name="id" value="%d">
                  <button type="submit">Gennemfør kurset</button>
                </form>
                """
                .formatted(courseId);
    }

    private static String signedIn(Account person) {
        return """
                <form method="post" action="/login/logout.php" class="who">
                  <span>%s</span> <button type="submit" class="quiet">Log ud</button>
                </form>
                """
                .formatted(escape(person.fullname()));
    }

    private static String page(String title, String who, String main) {
        return """
                <!DOCTYPE html>
                <html lang="da">
                <head>
                  <meta charset="utf-8">
                  <meta name="viewport" content="width=device-width, initial-scale=1">
                  <title>%1$s – Moodle-stand-in</title>
                  <link rel="stylesheet" href="/style.css">
                </head>
                <body>
                <header><p><a href="/">Moodle-stand-in</a> <span>Spiller Moodles rolle. Ikke en rigtig Moodle.</span></p>%2$s</header>
                <main>
                <h1>%1$s</h1>
                %3$s
                </main>
                </body>
                </html>
                """
                .formatted(escape(title), who, main);
    }
}
