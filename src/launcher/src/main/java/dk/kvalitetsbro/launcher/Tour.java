package dk.kvalitetsbro.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import dk.kvalitetsbro.demo.Person;
import dk.kvalitetsbro.demo.Size;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Plays the whole loop once on a new folder, through the product's own pages, as the people of the demo would. The
 * round it plays is made up on the spot: some answers are changed by chance, so that no result can have been prepared.
 * Every step is looked up again where it must show; the first that does not ends the tour.
 */
public final class Tour {
    private static final PrintStream OUT = new PrintStream(System.out, true, UTF_8);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final String ROUND = "2021";
    /** How far a figure may be from the one rounded to a whole number on the page. */
    private static final double HALF = 0.5 + 1e-9;

    private static final String WONDERING = "Hvorfor har vi legepladsen for os selv om formiddagen?";

    private final RunningProduct running;
    private final Path folder;
    private final String centre;
    private final TourTeam team;

    private Tour(RunningProduct running, Path folder) {
        this.running = running;
        this.folder = folder;
        this.centre = running.personas().karensCentre().code();
        this.team = TourTeam.of(running.municipality().employments(), running.personas(), LocalDate.now());
    }

    public static void main(String[] arguments) {
        Interruptible.run(Tour::play);
    }

    private static int play() {
        var begun = Instant.now();
        try (var folder = TemporaryFolder.create();
                var running = RunningProduct.startTemporary(Size.BILLUND)) {
            tell("Started, with three earlier rounds imported and published", begun);
            new Tour(running, folder.path()).walk();
            OUT.println("The whole loop was played: " + running.uri());
            return 0;
        } catch (CannotStart | IOException | InterruptedException e) {
            OUT.println("The tour stopped: " + e.getMessage());
            return 1;
        }
    }

    private void walk() throws IOException, InterruptedException {
        var round = TourRound.madeUp(ROUND, running.municipality(), centre, folder);
        importRound(round);
        long need = readResults(round);
        holdWorkshop();
        String course = assign(need);
        complete(course);
    }

    private void importRound(TourRound round) throws InterruptedException {
        var administration = Administration.signedIn(
                new Product(running.uri()), running.personas().anne().personKey());
        administration.planRound(ROUND, "Prøverunden", LocalDate.of(2021, 9, 13), LocalDate.of(2021, 10, 10));
        administration.importFile("ELIGIBLE", round.eligible());
        administration.openRound(ROUND);
        OUT.println(
                "Dry run: a value off the scale was found: " + administration.refusedResponses(ROUND, round.broken()));

        var begun = Instant.now();
        for (Path file : round.responses()) {
            administration.importResponses(ROUND, file);
        }
        administration.closeRound(ROUND);
        tell("Imported and computed " + round.count() + " responses", begun);

        administration.publishRound(ROUND);
        String published = administration.roundState(ROUND);
        require(published.equals("PUBLISHED"), "the round is " + published);
        OUT.println("Published the round " + ROUND);
    }

    private long readResults(TourRound round) throws InterruptedException {
        var leader = as(running.personas().karen().personKey());
        var page = leader.get("dagtilbud/" + centre + "/temaer/MAT?runde=" + ROUND);
        String shown = figure(page, "Børn", ROUND);
        double computed = round.childrensMathematics();
        require(
                Math.abs(wholeNumber(shown) - computed) < HALF,
                "the children's result is shown as " + shown + ", computed as " + computed);
        OUT.println(
                "Karen reads the children's result on mathematics: " + shown + " of 100, as computed from the file");

        var overview = leader.get("dagtilbud/" + centre + "/overblik");
        Element need = first(overview, "[data-need][data-theme=MAT]", "mathematics does not await Karen's decision");
        OUT.println("Her overview asks for a decision on "
                + overview.select("[data-need]").size() + " themes");
        return Long.parseLong(need.attr("data-need"));
    }

    private void holdWorkshop() throws InterruptedException {
        var staff = as(running.personas().maja().personKey());
        var page = staff.post("dagtilbud/" + centre + "/workshops", Map.of("title", "Prøveworkshop", "forum", "STAFF"));
        String workshop = page.location().replaceFirst("[?#].*", "");
        staff.post(
                workshop + "/kerneopgave",
                Map.of(
                        "version", "0",
                        "text", "Vi giver hvert barn mod på at undersøge verden.",
                        "alignment", "Den gør kommunens ord om nysgerrighed til vores hverdag."));
        staff.post(workshop + "/bobler", Map.of("text", "Tal og mønstre i værkstedet", "level", "INSTITUTION"));
        var asked = staff.post(workshop + "/undren", Map.of("text", WONDERING, "topic", "WONDERING"));
        Element wondering = first(asked, "[data-question]", "the wondering question is not on the page");
        String id = wondering.attr("data-question");
        staff.post(workshop + "/undren", Map.of("id", id, "action", "askLeader"));

        var leader = as(running.personas().karen().personKey());
        var overview = leader.get("dagtilbud/" + centre + "/overblik");
        first(overview, "[data-wondering=" + id + "]", "the question did not reach Karen");
        leader.post(
                "dagtilbud/" + centre + "/undren/" + id + "/svar", Map.of("answer", "Fordi storbørnene er i skoven."));
        require(
                staff.get(workshop + "?trin=undren").text().contains("storbørnene er i skoven"),
                "the answer did not return");
        staff.post(
                workshop + "/prioriteringer",
                Map.of(
                        "text", "Mere leg med tal",
                        "theme", "MAT",
                        "bubble", "",
                        "cites", "CORE_TASK",
                        "reason", "Det giver børnene mod på at undersøge."));
        var needs = leader.get("dagtilbud/" + centre + "/overblik").select("[data-need][data-theme=MAT]");
        require(needs.size() == 2, "the priority did not become a need");
        OUT.println("Workshop: a question reached Karen and her answer came back; a priority awaits her decision");
    }

    private String assign(long need) throws InterruptedException {
        var leader = as(running.personas().karen().personKey());
        String path = "dagtilbud/" + centre + "/behov/" + need + "/tildel";
        Element offer = first(leader.get(path), "button[name=course]", "no course is attached to mathematics");
        String course = offer.val();
        List<Map.Entry<String, String>> order = new ArrayList<>(List.of(
                Map.entry("course", course),
                Map.entry("due", LocalDate.now().plusMonths(3).toString()),
                Map.entry("mandatory", "false")));
        team.learners().forEach(job -> order.add(Map.entry("person", job.number())));
        var preview = leader.submit(path + "/forhaandsvisning", order);
        require(preview.select("form.kb-assign-confirm").size() == 1, "the preview does not offer to confirm");

        var begun = Instant.now();
        leader.submit(path, order);
        var moodle = moodleOf(running.personas().maja().username());
        await("Maja is not enrolled in Moodle", () -> moodle.get("course/view.php?id=" + course)
                .select("#status")
                .text()
                .contains("I gang"));
        tell("Karen gave " + team.learners().size() + " people a course; Moodle shows Maja's enrolment", begun);
        return course;
    }

    private void complete(String course) throws InterruptedException {
        var begun = Instant.now();
        completeAs(running.personas().maja().username(), course);
        var staff = as(running.personas().maja().personKey());
        await(
                "Maja's page does not show the completion",
                () -> staff.get("mine-forloeb")
                                .select("details .kb-assign-row-name")
                                .size()
                        == 1);
        tell("Maja completed it in Moodle, and her page shows it", begun);

        for (Person finisher : team.finishers().subList(1, team.done())) {
            completeAs(finisher.username(), course);
        }
        var hr = as(running.personas().jonas().personKey());
        String counts = ";%d;%d;%d;".formatted(team.done(), team.ongoing(), team.others());
        await("HR's coverage does not come to show " + counts, () -> coverage(hr)
                .contains(counts));
        OUT.println("HR's coverage of mathematics at the centre: " + team.done() + " done, " + team.ongoing()
                + " ongoing, " + team.others() + " none");
    }

    private String coverage(Product hr) throws InterruptedException {
        return hr.text("daekning.csv")
                .lines()
                .filter(line -> line.startsWith(centre + ";") && line.contains("Matematisk"))
                .findFirst()
                .orElse("");
    }

    private void completeAs(String username, String course) throws InterruptedException {
        var moodle = moodleOf(username);
        await(username + " is not enrolled", () -> !moodle.get("course/view.php?id=" + course)
                .select("#status")
                .isEmpty());
        moodle.post("course/complete.php", Map.of("id", course));
    }

    private Product moodleOf(String username) throws InterruptedException {
        var moodle = new Product(running.moodle().url().resolve("/"));
        moodle.post("login/index.php", Map.of("person", username, "wantsurl", ""));
        return moodle;
    }

    private Product as(UUID person) throws InterruptedException {
        var product = new Product(running.uri());
        product.signIn(person);
        return product;
    }

    private static Element first(Document page, String selector, String otherwise) {
        return page.select(selector).stream().findFirst().orElseThrow(() -> new CannotStart(otherwise + "."));
    }

    private static int wholeNumber(String shown) {
        var digits = shown.replaceFirst("\\D.*", "");
        require(!digits.isEmpty(), "no result is shown but: " + shown);
        return Integer.parseInt(digits);
    }

    private static String figure(Document page, String group, String round) {
        return page.select("tr").stream()
                .map(row -> row.select("th, td").eachText())
                .filter(cells -> cells.size() > 2
                        && cells.get(0).equals(group)
                        && cells.get(1).equals(round))
                .map(cells -> cells.get(2))
                .findFirst()
                .orElse("nothing");
    }

    /** Something to look at again until it holds. */
    private interface Look {
        boolean holds() throws InterruptedException;
    }

    private static void await(String otherwise, Look look) throws InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        while (!look.holds()) {
            require(Instant.now().isBefore(deadline), otherwise);
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new CannotStart(otherwise + ".");
        }
    }

    private static void tell(String what, Instant begun) {
        OUT.printf("%s (%.1f s)%n", what, Duration.between(begun, Instant.now()).toMillis() / 1000.0);
    }
}
