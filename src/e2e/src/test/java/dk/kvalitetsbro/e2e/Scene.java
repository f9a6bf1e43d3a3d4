package dk.kvalitetsbro.e2e;

import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static com.microsoft.playwright.options.AriaRole.LINK;
import static com.microsoft.playwright.options.AriaRole.NAVIGATION;
import static com.microsoft.playwright.options.AriaRole.RADIO;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Puts something on every page, so that there is something to look at: also what has gone wrong. */
record Scene(Stage stage, Path folder) {
    private static final String EMPLOYMENTS =
            "person_key,name,employment_number,centre_code,job_group,employed_from,employed_to,leave_from,leave_to";

    void set() throws IOException {
        anneImportsSomebodyWithoutAnAccountAndABrokenFile();
        anneAddsAThemeWithGoals();
        majaHoldsAWorkshop();
        karenAnswersAndGivesACourse();
    }

    private void anneImportsSomebodyWithoutAnAccountAndABrokenFile() throws IOException {
        var anne = stage.as(stage.personas().anne());
        var centre = stage.personas().karensCentre().code();
        importFile(anne, newcomer(centre));
        anne.press("Indlæs filen");
        importFile(anne, write("broken.csv", "x,Nogen,N-1," + centre + ",UKENDT,2026-31-01,,,"));

        anne.goTo("Runder");
        anne.write("Kode", "2027");
        anne.write("Navn", "Kortlægning 2027");
        anne.write("Åbner", "2027-02-01");
        anne.write("Lukker", "2027-03-01");
        anne.press("Planlæg runden");
    }

    private void anneAddsAThemeWithGoals() {
        var anne = stage.as(stage.personas().anne());
        anne.goTo("Temaer og mål");
        anne.page()
                .getByRole(LINK, new GetByRoleOptions().setName("Tilføj eget tema"))
                .click();
        anne.write("Kode", "digital");
        anne.write("Navn", "Digital dannelse");
        anne.write("Beskrivelse", "Børn som skabere, ikke kun som brugere.");
        anne.press("Tilføj temaet");
        goal(anne, "Hvert barn skaber noget digitalt, før det begynder i skole");
        goal(anne, "Vi har skærme på hver stue");
        anne.page().getByText("Ret eller arkivér").last().click();
        anne.press("Arkivér målet");
        anne.press("Sæt i fokus");
    }

    private static void goal(Visitor anne, String words) {
        anne.page().getByText("Tilføj et mål").click();
        var form = anne.page().locator("form[action$='/maal']");
        form.getByLabel("Målet", new Locator.GetByLabelOptions().setExact(true)).fill(words);
        form.getByLabel("Hvor står det?").fill("Digitaliseringsstrategi 2026");
        anne.press("Tilføj målet");
    }

    /** A file with somebody whom Moodle does not know. */
    Path newcomer(String centre) throws IOException {
        return write("newcomer.csv", "nobody-in-moodle,Signe Nyansat,N-9001," + centre + ",PEDAGOGUE,2026-10-01,,,");
    }

    private Path write(String name, String line) throws IOException {
        return Files.write(folder.resolve(name), List.of(EMPLOYMENTS, line));
    }

    static void importFile(Visitor anne, Path file) {
        anne.goTo("Import");
        anne.choose("Hvad er i filen?", "Ansættelser");
        anne.attach("Fil", file);
        anne.press("Prøv filen");
    }

    private void majaHoldsAWorkshop() {
        var maja = stage.as(stage.personas().maja());
        maja.goTo("Workshops");
        maja.write("Hvad handler workshoppen om?", "Overgange i hverdagen");
        maja.press("Begynd workshop");
        maja.write("Vores kerneopgave", "Vi giver hvert barn mod på at undersøge verden.");
        maja.write("Hvordan hænger den sammen med den formelle kerneopgave?", "Den gør ordene til hverdag.");
        maja.press("Gem kerneopgaven");

        step(maja, "Bobler");
        bubble(maja, "Tal og mønstre i værkstedet", "Hos os");
        bubble(maja, "Tidlig indsats", "I kommunen");
        step(maja, "Sammenhænge");
        maja.choose("Denne boble", "Tidlig indsats");
        check(maja, "Den er i konflikt med");
        maja.write("Hvorfor?", "Den tager tiden fra legen.");
        maja.press("Tilføj sammenhæng");

        step(maja, "Undren");
        wonder(maja, "Hvorfor skriver vi beskeden tre steder?");
        maja.press("Nej, spørg lederen");
        wonder(maja, "Hvem bestemmer, hvornår vi går ud?");
        step(maja, "Prioriteringer");
        maja.write("Hvad vil I prioritere?", "Mere leg med tal");
        maja.choose("Hvilket tema handler det om?", "Krop, sanser og bevægelse");
        check(maja, "Vores kerneopgave");
        maja.write("Begrundelse", "Det giver børnene mod.");
        maja.press("Tilføj prioritering");
    }

    private static void step(Visitor maja, String name) {
        maja.page()
                .getByRole(NAVIGATION, new GetByRoleOptions().setName("Trin i workshoppen"))
                .getByRole(LINK, new Locator.GetByRoleOptions().setName(name))
                .click();
    }

    private static void bubble(Visitor maja, String words, String level) {
        maja.write("Ny boble", words);
        check(maja, level);
        maja.press("Sæt på pladen");
    }

    private static void wonder(Visitor maja, String question) {
        maja.write("Hvad undrer I jer over?", question);
        maja.press("Find et kort til spørgsmålet");
    }

    private static void check(Visitor visitor, String choice) {
        visitor.page()
                .getByRole(RADIO, new GetByRoleOptions().setName(choice).setExact(true))
                .check();
    }

    private void karenAnswersAndGivesACourse() {
        var karen = stage.as(stage.personas().karen());
        karen.page().getByText("Vælg forløb").last().click();
        karen.page()
                .getByRole(BUTTON, new GetByRoleOptions().setName("Vælg"))
                .first()
                .click();
        karen.write("Senest færdig", LocalDate.now().plusMonths(2).toString());
        karen.press("Se, hvad det betyder");
        karen.press("Tildel til");
        karen.goTo("Opfølgning");
        karen.awaits(() -> karen.page().getByText("HR ser det på arbejdslisten"));
    }
}
