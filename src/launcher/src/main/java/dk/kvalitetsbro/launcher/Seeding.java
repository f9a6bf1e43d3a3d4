package dk.kvalitetsbro.launcher;

import dk.kvalitetsbro.demo.CsvFile;
import dk.kvalitetsbro.demo.DemoMunicipality;
import dk.kvalitetsbro.demo.Personas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Gives a new product the demo municipality, through the same pages and files that a real municipality uses. Every step
 * looks first at what is there, so a seeding that was cut short is simply done again.
 */
final class Seeding {
    private final DemoMunicipality municipality;
    private final Administration administration;
    private final boolean withCourseThemes;
    private final Consumer<String> progress;

    /** @param withCourseThemes whether Moodle has the demo's courses, so that they can be attached to themes */
    Seeding(
            DemoMunicipality municipality,
            Administration administration,
            boolean withCourseThemes,
            Consumer<String> progress) {
        this.municipality = municipality;
        this.administration = administration;
        this.withCourseThemes = withCourseThemes;
        this.progress = progress;
    }

    /** @throws CannotStart if the product refuses a step */
    void run() throws InterruptedException {
        importFile("AREAS", "areas.csv");
        importFile("CENTRES", "centres.csv");
        importFile("EMPLOYMENTS", "employments.csv");
        importFile("EMPLOYMENTS", "employments-offices.csv");
        invite();
        progress.accept("Courses from Moodle");
        administration.readCourses();
        if (withCourseThemes) {
            importFile("COURSE_THEMES", "course_themes.csv");
        }
        for (var year : municipality.rounds()) {
            planRound(year);
        }
        if (!isOver(municipality.rounds().get(0))) {
            importFile("ELIGIBLE", "eligible.csv");
        }
        for (var year : municipality.rounds()) {
            playRound(year);
        }
    }

    private void invite() throws InterruptedException {
        var people = Personas.of(municipality);
        administration.invite(
                people.consultant(), "CONSULTANT", people.karensCentre().code(), "Sparring om workshops og resultater");
        administration.invite(people.researcher(), "RESEARCHER", "", "Undersøgelse af forskelle mellem dagtilbud");
    }

    private void planRound(int year) throws InterruptedException {
        if (state(year).isEmpty()) {
            administration.planRound(
                    String.valueOf(year), "Kortlægning " + year, LocalDate.of(year, 9, 14), LocalDate.of(year, 10, 11));
        }
    }

    /** Whether nobody can answer any more: then the numbers of the eligible are settled too. */
    private boolean isOver(int year) throws InterruptedException {
        return Set.of("CLOSED", "PUBLISHED").contains(state(year));
    }

    /** Takes the round on from wherever it is. */
    private void playRound(int year) throws InterruptedException {
        var round = String.valueOf(year);
        if (state(year).equals("PLANNED")) {
            administration.openRound(round);
        }
        if (state(year).equals("OPEN")) {
            for (var responses : municipality.responseFiles(year)) {
                importing(responses, file -> administration.importResponses(round, file));
            }
            progress.accept("Results of " + year);
            administration.closeRound(round);
        }
        if (state(year).equals("CLOSED")) {
            importing(municipality.backgroundFile(year), file -> administration.importFile("BACKGROUND", file));
            administration.publishRound(round);
        }
    }

    private String state(int year) throws InterruptedException {
        return administration.roundState(String.valueOf(year));
    }

    private void importFile(String kind, String name) throws InterruptedException {
        var wanted = municipality.files().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        importing(wanted, file -> administration.importFile(kind, file));
    }

    /** A way into the product for a file. */
    private interface Import {
        void of(Path file) throws InterruptedException;
    }

    private void importing(CsvFile content, Import way) throws InterruptedException {
        progress.accept(content.name());
        try (var folder = TemporaryFolder.create()) {
            var file = folder.path().resolve(content.name());
            try (var out = Files.newBufferedWriter(file)) {
                content.writeTo(out);
            }
            way.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
