package dk.kvalitetsbro.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An invented municipality with centres, staff, courses and three rounds of survey responses. The same size gives the
 * same bytes on every machine. It is told as seen late in 2026.
 */
public final class DemoMunicipality {
    private static final List<Integer> ROUNDS = List.of(2015, 2017, 2019);

    private final Size size;
    private final Organisation organisation;
    private final List<Employment> employments;

    private DemoMunicipality(Size size) {
        this.size = size;
        this.organisation = Organisation.of(size);
        this.employments = Staff.of(size, organisation);
    }

    public static DemoMunicipality of(Size size) {
        return new DemoMunicipality(size);
    }

    public Size size() {
        return size;
    }

    /** The years of the survey rounds, oldest first. */
    public List<Integer> rounds() {
        return ROUNDS;
    }

    public List<Area> areas() {
        return organisation.areas();
    }

    /** All centres in order of code, also the one that has closed. */
    public List<Centre> centres() {
        return organisation.sites().stream().map(Site::centre).toList();
    }

    public List<Employment> employments() {
        return employments;
    }

    /** Everybody who has an account in Moodle, each once, also those who have left. */
    public List<Person> people() {
        return employments.stream().map(Employment::person).distinct().toList();
    }

    /** Those with an office, and those invited from outside: they have an account in Moodle, and are nobody's staff. */
    public List<Person> others() {
        return Offices.people().toList();
    }

    /** The 40 courses, and numbered variants of them until the size's number of courses is reached. */
    public List<Course> courses() {
        var originals = Material.courses();
        return IntStream.range(0, size.courses())
                .mapToObj(i -> i < originals.size()
                        ? originals.get(i)
                        : originals
                                .get(i % originals.size())
                                .variant(String.format(Locale.ROOT, "K%03d", i + 1), i / originals.size() + 1))
                .toList();
    }

    /** All files, in an order in which they can be imported: each refers only to files before it. */
    public List<CsvFile> files() {
        var files = new ArrayList<>(
                List.of(areasFile(), centresFile(), employmentsFile(), Offices.file(karensCentre()), eligibleFile()));
        files.add(courseThemesFile());
        ROUNDS.forEach(round -> files.addAll(responseFiles(round)));
        return files;
    }

    /** The files of one round, one for each group. */
    public List<CsvFile> responseFiles(int round) {
        requireRound(round);
        return Stream.of(RespondentGroup.values())
                .map(group -> ResponseFile.of(round, group, organisation))
                .toList();
    }

    /**
     * What one round comes to by the parents' education. It is not among {@link #files}: it can be imported once the
     * round is closed, and is made of the round's own responses.
     */
    public CsvFile backgroundFile(int round) {
        requireRound(round);
        return BackgroundFile.of(round, organisation);
    }

    private static void requireRound(int round) {
        if (!ROUNDS.contains(round)) {
            throw new IllegalArgumentException("no round in " + round + ", only in " + ROUNDS);
        }
    }

    /** Writes all files into a folder, which is made where it is missing. */
    public void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var file : files()) {
            try (var out = Files.newBufferedWriter(folder.resolve(file.name()))) {
                file.writeTo(out);
            }
        }
    }

    private CsvFile areasFile() {
        return new CsvFile("areas.csv", List.of("area_code", "name", "valid_from", "valid_to"), rows -> areas().forEach(
                        area -> rows.accept(List.of(area.code(), area.name(), from(area.valid()), to(area.valid())))));
    }

    private CsvFile centresFile() {
        return new CsvFile(
                "centres.csv",
                List.of("centre_code", "name", "area_code", "kind", "valid_from", "valid_to"),
                rows -> centres().forEach(centre -> writeCentre(centre, rows)));
    }

    private static void writeCentre(Centre centre, Consumer<List<String>> rows) {
        for (var placement : centre.placements()) {
            rows.accept(List.of(
                    centre.code(),
                    centre.name(),
                    placement.areaCode(),
                    centre.kind().name(),
                    from(placement.valid()),
                    to(placement.valid())));
        }
    }

    private CsvFile employmentsFile() {
        var header =
                "person_key,name,employment_number,centre_code,job_group,employed_from,employed_to,leave_from,leave_to";
        return new CsvFile(
                "employments.csv",
                List.of(header.split(",", -1)),
                rows -> employments.forEach(employment -> rows.accept(List.of(
                        employment.person().personKey().toString(),
                        employment.person().name(),
                        employment.number(),
                        employment.centreCode().orElse(""),
                        employment.jobGroup().name(),
                        from(employment.employed()),
                        to(employment.employed()),
                        employment.leave().map(DemoMunicipality::from).orElse(""),
                        employment.leave().map(DemoMunicipality::to).orElse("")))));
    }

    private CsvFile eligibleFile() {
        return new CsvFile(
                "eligible.csv",
                List.of("round", "centre_code", "group", "count"),
                rows -> ROUNDS.forEach(round -> eligible(round)
                        .forEach(eligible -> rows.accept(List.of(
                                String.valueOf(eligible.round()),
                                eligible.centreCode(),
                                eligible.group().name(),
                                String.valueOf(eligible.count()))))));
    }

    /** How many could answer in a round, for each centre that took part and each group. */
    public List<Eligible> eligible(int round) {
        return organisation.sites().stream()
                .filter(site -> Census.takesPart(site.centre(), round))
                .flatMap(site -> Stream.of(RespondentGroup.values()).map(group -> Census.eligible(site, round, group)))
                .toList();
    }

    private CsvFile courseThemesFile() {
        return new CsvFile("course_themes.csv", List.of("course_code", "theme_code"), rows -> courses()
                .forEach(course -> course.themes().forEach(theme -> rows.accept(List.of(course.code(), theme)))));
    }

    Centre karensCentre() {
        return organisation.karens().centre();
    }

    private static String from(Period period) {
        return period.from().toString();
    }

    private static String to(Period period) {
        return period.to().map(Object::toString).orElse("");
    }
}
