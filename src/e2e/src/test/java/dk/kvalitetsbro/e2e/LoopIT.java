package dk.kvalitetsbro.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.CHECKBOX;
import static com.microsoft.playwright.options.AriaRole.LISTITEM;
import static com.microsoft.playwright.options.AriaRole.ROW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import dk.kvalitetsbro.demo.Person;
import dk.kvalitetsbro.launcher.TourRound;
import dk.kvalitetsbro.launcher.TourTeam;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The loop that the product is for, played by those it is for. */
@ExtendWith(OnStage.class)
@Order(1) // before others give courses, for it counts who has learnt what
class LoopIT {
    private static final String MATHEMATICS = "Matematisk opmærksomhed og problemløsning";
    private static final String CODE = "2021";
    private static final String ROUND = "Prøverunden";

    private final Stage stage;
    private final Path folder;
    private final String centre;

    LoopIT(Stage stage, @TempDir Path folder) {
        this.stage = stage;
        this.folder = folder;
        this.centre = stage.personas().karensCentre().name();
    }

    @Test
    void a_round_becomes_a_course_for_maja_and_its_completion_is_seen_by_hr() throws IOException {
        var round = TourRound.madeUp(
                CODE, stage.municipality(), stage.personas().karensCentre().code(), folder);
        var team = TourTeam.of(stage.municipality().employments(), stage.personas(), LocalDate.now());

        anneImportsAndPublishes(round);
        var course = karenReadsTheResultAndGivesACourse(round, team);
        majaTakesTheCourse(course);
        team.finishers().stream().skip(1).forEach(colleague -> complete(colleague, course));
        jonasSeesWhoHasLearnt(team);
    }

    private void anneImportsAndPublishes(TourRound round) {
        var anne = stage.as(stage.personas().anne());
        anne.goTo("Runder");
        anne.write("Kode", CODE);
        anne.write("Navn", ROUND);
        anne.write("Åbner", "2021-09-13");
        anne.write("Lukker", "2021-10-10");
        anne.press("Planlæg runden");
        importFile(anne, "Inviterede", round.eligible());
        anne.goTo("Runder");
        anne.press("Åbn runden " + ROUND);

        check(anne, "Besvarelser", round.broken());
        anne.seesHeading("Svar uden for skalaen");
        round.responses().forEach(file -> importFile(anne, "Besvarelser", file));

        anne.goTo("Runder");
        anne.press("Luk runden " + ROUND);
        anne.press("Offentliggør runden " + ROUND);
        anne.sees("Resultaterne er offentliggjort og ligger fast.");
    }

    private static void check(Visitor anne, String kind, Path file) {
        anne.goTo("Import");
        anne.choose("Hvad er i filen?", kind);
        if (kind.equals("Besvarelser")) {
            anne.choose("Runde", ROUND + " (" + CODE + ")");
        }
        anne.attach("Fil", file);
        anne.press("Prøv filen");
    }

    private static void importFile(Visitor anne, String kind, Path file) {
        check(anne, kind, file);
        anne.press("Indlæs filen");
        anne.sees("Filen blev indlæst den");
    }

    /** @return the course's name */
    private String karenReadsTheResultAndGivesACourse(TourRound round, TourTeam team) {
        var karen = stage.as(stage.personas().karen());
        var need = karen.page()
                .getByRole(LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(MATHEMATICS))
                .filter(new Locator.FilterOptions().setHasText("Fra kortlægningen " + CODE));
        need.getByText("Se, hvad der ligger bag").click();
        assertEquals(round.childrensMathematics(), childrensResult(karen), 0.5 + 1e-9);

        karen.goTo("Overblik");
        need.getByText("Vælg forløb").click();
        var offer = karen.page()
                .getByRole(LISTITEM)
                .filter(new Locator.FilterOptions().setHasText("timer"))
                .first();
        var course = offer.locator("h3").innerText();
        offer.getByText("Vælg").click();
        chooseExactly(karen, team);
        karen.write("Senest færdig", LocalDate.now().plusMonths(3).toString());
        karen.press("Se, hvad det betyder");
        karen.press("Tildel til " + team.learners().size() + " medarbejdere");
        karen.sees(team.learners().size() + " medarbejdere har fået forløbet");
        return course;
    }

    private static int childrensResult(Visitor karen) {
        var row = karen.page().getByRole(ROW, new GetByRoleOptions().setName(Pattern.compile("^Børn " + CODE + "\\b")));
        return Integer.parseInt(row.locator("td").nth(1).innerText().replaceFirst("\\D.*", ""));
    }

    private static void chooseExactly(Visitor karen, TourTeam team) {
        karen.follow("Ingen");
        team.learners().forEach(job -> karen.page()
                .getByRole(CHECKBOX, new GetByRoleOptions().setName(job.person().name() + " ·"))
                .check());
        karen.sees(team.learners().size() + " valgt");
    }

    private void majaTakesTheCourse(String course) {
        var maja = stage.as(stage.personas().maja());
        maja.awaits(() -> maja.page().getByText("Klar til dig i Moodle"));
        maja.seesHeading(course);
        var moodle = maja.page().waitForPopup(() -> maja.follow("Åbn i Moodle"));
        complete(new Visitor(moodle, maja.product()), stage.personas().maja(), course);

        maja.awaits(() -> maja.page().getByText("Gennemført (1)"));
        maja.page().getByText("Gennemført (1)").click();
        maja.sees(course);
        maja.sees("Du har ingen forløb lige nu");
    }

    private void complete(Person colleague, String course) {
        var moodle = stage.visitor();
        moodle.page().navigate(stage.moodle().toString());
        complete(moodle, colleague, course);
    }

    private static void complete(Visitor moodle, Person person, String course) {
        moodle.write("Brugernavn eller fulde navn", person.username());
        moodle.press("Log ind");
        if (moodle.page().url().endsWith("/my/")) {
            moodle.follow(course);
        }
        moodle.press("Gennemfør kurset");
        assertThat(moodle.page().locator("#status")).hasText("Gennemført");
    }

    private void jonasSeesWhoHasLearnt(TourTeam team) {
        var jonas = stage.as(stage.personas().jonas());
        jonas.goTo("Dækning");
        var cell = jonas.page()
                .getByRole(ROW, new GetByRoleOptions().setName(centre))
                .locator("td[data-title='" + MATHEMATICS + "']");
        jonas.awaits(() -> cell.filter(new Locator.FilterOptions().setHasText(team.done() + " færdige")));
        assertThat(cell).containsText(team.ongoing() + " i gang");
        assertThat(cell).containsText(team.others() + " ingen");
    }
}
