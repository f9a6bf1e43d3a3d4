package dk.kvalitetsbro.launcher;

import dk.kvalitetsbro.demo.CsvFile;
import dk.kvalitetsbro.demo.DemoMunicipality;
import dk.kvalitetsbro.demo.Personas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Gives a new product the demo municipality, through the same pages and files that a real municipality uses. Every step
 * looks first at what is there, so a seeding that was cut short is simply done again.
 */
final class Seeding {
    private final DemoMunicipality municipality;
    private final Product product;
    private final boolean withCourseThemes;
    private final Consumer<String> progress;

    /** @param withCourseThemes whether Moodle has the demo's courses, so that they can be attached to themes */
    Seeding(DemoMunicipality municipality, Product product, boolean withCourseThemes, Consumer<String> progress) {
        this.municipality = municipality;
        this.product = product;
        this.withCourseThemes = withCourseThemes;
        this.progress = progress;
    }

    /** @throws CannotStart if the product refuses a step */
    void run() throws InterruptedException {
        product.signIn(Personas.of(municipality).anne().personKey());
        importFile("AREAS", "areas.csv");
        importFile("CENTRES", "centres.csv");
        importFile("EMPLOYMENTS", "employments.csv");
        progress.accept("Courses from Moodle");
        product.post("moodle/hent-kurser", Map.of());
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

    private void planRound(int year) throws InterruptedException {
        if (state(year).isEmpty()) {
            product.post(
                    "runder",
                    Map.of(
                            "code", String.valueOf(year),
                            "name", "Kortlægning " + year,
                            "opens", year + "-09-14",
                            "closes", year + "-10-11"));
        }
    }

    /** Whether nobody can answer any more: then the numbers of the eligible are settled too. */
    private boolean isOver(int year) throws InterruptedException {
        return Set.of("CLOSED", "PUBLISHED").contains(state(year));
    }

    /** Takes the round on from wherever it is. */
    private void playRound(int year) throws InterruptedException {
        if (state(year).equals("PLANNED")) {
            step(year, "aabn");
        }
        if (state(year).equals("OPEN")) {
            for (var file : municipality.responseFiles(year)) {
                importFile(Map.of("kind", "RESPONSES", "round", String.valueOf(year)), file);
            }
            step(year, "luk");
        }
        if (state(year).equals("CLOSED")) {
            progress.accept("Results of " + year);
            step(year, "offentliggoer");
        }
    }

    private void step(int year, String step) throws InterruptedException {
        product.post("runder/" + year + "/" + step, Map.of());
    }

    /** The round's state as its page tells it, empty if there is no such round. */
    private String state(int year) throws InterruptedException {
        return product.get("runder").select("[data-round=" + year + "]").attr("data-round-state");
    }

    private void importFile(String kind, String name) throws InterruptedException {
        var file = municipality.files().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        importFile(Map.of("kind", kind), file);
    }

    private void importFile(Map<String, String> fields, CsvFile file) throws InterruptedException {
        progress.accept(file.name());
        try (var folder = TemporaryFolder.create()) {
            var path = folder.path().resolve(file.name());
            try (var out = Files.newBufferedWriter(path)) {
                file.writeTo(out);
            }
            approve(file.name(), product.upload("import", fields, path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void approve(String name, Document dryRun) throws InterruptedException {
        switch (importState(dryRun)) {
            case "done" -> {}
            case "ready" -> {
                var after = product.post(dryRun.location() + "/godkend", Map.of());
                if (!importState(after).equals("done")) {
                    throw refused(name, after);
                }
            }
            default -> throw refused(name, dryRun);
        }
    }

    private static String importState(Document page) {
        return page.select("[data-import-state]").attr("data-import-state");
    }

    private static CannotStart refused(String name, Document page) {
        var problems = page.select("[data-problem]").stream()
                .limit(5)
                .map(Element::text)
                .collect(Collectors.joining("; "));
        return new CannotStart("The product did not import " + name + ": " + problems);
    }
}
