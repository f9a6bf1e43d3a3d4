package dk.kvalitetsbro.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import dk.kvalitetsbro.demo.Person;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of everybody, in Danish and in English, on a screen and on a phone. */
@ExtendWith(OnStage.class)
@TestInstance(Lifecycle.PER_CLASS)
@Order(3)
class PagesIT {
    private enum Tongue {
        DANISH,
        ENGLISH
    }

    private final Stage stage;
    private final Path folder;
    private final List<String> problems = new ArrayList<>();

    PagesIT(Stage stage, @TempDir Path folder) {
        this.stage = stage;
        this.folder = folder;
    }

    @BeforeAll
    void put_something_on_every_page() throws IOException {
        new Scene(stage, folder).set();
        stage.clear();
    }

    Stream<Person> everybody() {
        var people = stage.personas();
        return Stream.of(
                people.maja(),
                people.karen(),
                people.jonas(),
                people.anne(),
                people.sigurd(),
                people.areaLeader(),
                people.officer(),
                people.politician(),
                people.boardMember(),
                people.consultant(),
                people.researcher());
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void everybody_can_read_every_page_that_links_lead_them_to(Person person) {
        var visitor = stage.as(person);
        var danish = Walk.of(visitor, this::look);
        visitor.press("English");
        assertEquals(danish, Walk.of(visitor, this::look), "the same pages in both languages");
    }

    @ParameterizedTest
    @EnumSource
    void everybody_can_read_the_pages_on_the_way_to_an_assignment(Tongue tongue) {
        var karen = speaking(tongue, stage.as(stage.personas().karen()));
        karen.page().locator("[data-need] a.button").first().click();
        look(karen.page());
        karen.page().locator("button[name=course]").last().click();
        look(karen.page());
        karen.page().locator("[data-choose=ingen]").click();
        submit(karen, "form[data-choose-people]");
        look(karen.page());
        karen.page().locator("input[type=checkbox]").first().check();
        submit(karen, "form[data-choose-people]");
        look(karen.page());
    }

    @ParameterizedTest
    @EnumSource
    void everybody_can_read_a_file_before_it_is_imported_and_after(Tongue tongue) throws IOException {
        var anne = stage.as(stage.personas().anne());
        Scene.importFile(
                anne,
                new Scene(stage, folder)
                        .newcomer(stage.personas().karensCentre().code()));
        speaking(tongue, anne);
        look(anne.page());
        submit(anne, "form[action$=godkend]");
        look(anne.page());
    }

    @ParameterizedTest
    @EnumSource
    void everybody_can_read_a_theme_of_the_municipalitys_own_and_what_is_wrong_in_its_forms(Tongue tongue) {
        var anne = speaking(tongue, stage.as(stage.personas().anne()).at("temaer-og-maal/DIGITAL"));
        look(anne.page());
        submit(anne, "form[action$=maal]");
        look(anne.page());
        anne.at("temaer-og-maal/nyt");
        submit(anne, "form[action$=temaer-og-maal]");
        look(anne.page());
    }

    @ParameterizedTest
    @EnumSource
    void everybody_can_read_what_is_held_about_somebody_and_what_they_asked(Tongue tongue) {
        var maja = speaking(tongue, stage.as(stage.personas().maja()).at("mine-oplysninger"));
        maja.page().locator("#what").fill("Første arbejdsdag");
        maja.page().locator("#why").fill("Den står en måned for sent. ".repeat(40));
        submit(maja, "form[action$=henvendelser]");
        look(maja.page());
        var officer = speaking(tongue, stage.as(stage.personas().officer()).at("henvendelser"));
        look(officer.page());
        officer.at("persondata").page().locator("main input").fill("Maja Holm");
        submit(officer, "main form");
        look(officer.page());
        officer.page().locator("main table a").first().click();
        look(officer.page());
        submit(officer.at("log"), "form[action$=kontrol]");
        look(officer.page());
    }

    @ParameterizedTest
    @EnumSource
    void everybody_can_read_a_programs_new_key_and_why_an_invitation_was_refused(Tongue tongue) {
        var anne = speaking(tongue, stage.as(stage.personas().anne()).at("api-adgang"));
        anne.page().locator("#name").fill("Regneark " + tongue);
        submit(anne, "form[action$=api-adgang]");
        look(anne.page());
        submit(anne.at("invitationer"), "form[action$=invitationer]");
        assertThat(anne.page().locator("[data-refusal]")).isFocused();
        look(anne.page());
    }

    @ParameterizedTest
    @EnumSource
    void everybody_can_read_why_moodle_did_not_let_them_in(Tongue tongue) {
        var stranger = speaking(tongue, stage.visitor().at("log-ind"));
        look(stranger.at("lti/login").page());
        look(stranger.at("lti/registrering").page());
        look(stranger.at("mine-forloeb").page());
        look(stranger.at("log-ind?ud=1").page());
    }

    @ParameterizedTest
    @EnumSource
    void everybody_can_read_whose_account_is_bound_and_what_new_keys_would_do(Tongue tongue) {
        var sigurd = speaking(tongue, stage.as(stage.personas().sigurd()).at("moodle/lti"));
        sigurd.page().evaluate("document.querySelectorAll('details').forEach(details => details.open = true)");
        sigurd.page().locator("[data-platform] input[name=person]").first().fill("ukendt");
        submit(sigurd, "section.kb-platform:nth-of-type(1) form[action$=konto]");
        assertThat(sigurd.page().locator("[data-bound=false]")).isFocused();
        look(sigurd.page());
        sigurd.at("moodle/personer").page().locator("#noegler").fill("ukendt;ny\nikke to");
        submit(sigurd, "form[action$=noegler]");
        look(sigurd.page());
    }

    @ParameterizedTest
    @EnumSource
    void everybody_can_read_a_refusal(Tongue tongue) {
        var maja = speaking(tongue, stage.visitor().at("log-ind"));
        look(maja.page());
        maja.page()
                .getByRole(BUTTON, new GetByRoleOptions().setName("Maja Holm"))
                .click();
        look(maja.at("daekning").page());
        look(maja.at("findes-ikke").page());
        maja.at("dagtilbud/" + stage.personas().karensCentre().code() + "/workshops");
        maja.page().locator("#title").fill("010190-1234");
        submit(maja, "form[action$=workshops]");
        look(maja.page());
    }

    @AfterEach
    void nothing_is_wrong() {
        var found = List.copyOf(problems);
        problems.clear();
        assertEquals(List.of(), found);
    }

    private void look(Page page) {
        problems.addAll(Reading.problems(page));
    }

    private static Visitor speaking(Tongue tongue, Visitor visitor) {
        if (tongue == Tongue.ENGLISH) {
            visitor.press("English");
        }
        return visitor;
    }

    /** Sends a form as it is, without the browser's own look at its fields. */
    private static void submit(Visitor visitor, String form) {
        visitor.page().locator(form).evaluate("form => form.noValidate = true");
        visitor.page().locator(form + " button:not([value])").last().click();
    }
}
