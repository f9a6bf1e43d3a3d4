package dk.kvalitetsbro.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DemoMunicipalityTest {
    /** Of all files of Billund, one after the other. Changes whenever a byte of the demo changes. */
    private static final String BILLUND = "a6a032445c31b18d6048872d4fb54e4138cda520dc837cc1d72139aae1b3b410";

    private static final Pattern LIKE_A_CPR_NUMBER = Pattern.compile("\\d{10}|\\d{6}-\\d{4}");

    private final DemoMunicipality billund = DemoMunicipality.of(Size.BILLUND);

    @Test
    void the_same_size_gives_the_same_bytes_on_every_machine() throws IOException {
        assertEquals(BILLUND, hash());
    }

    @Test
    void the_locale_of_the_machine_changes_nothing() throws IOException {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(BILLUND, hash());
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertEquals(BILLUND, hash());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_file_is_the_same_whichever_was_written_before_it() throws IOException {
        var alone = Answers.text(Answers.file(billund, "responses-2019-parent.csv"));
        assertEquals(alone, Answers.text(billund.responseFiles(2019).get(3)));
    }

    @Test
    void every_file_has_the_header_that_the_import_expects() {
        assertEquals(
                List.of(
                        "areas.csv: area_code,name,valid_from,valid_to",
                        "centres.csv: centre_code,name,area_code,kind,valid_from,valid_to",
                        "employments.csv: person_key,name,employment_number,centre_code,job_group,employed_from,"
                                + "employed_to,leave_from,leave_to",
                        "employments-offices.csv: person_key,name,employment_number,centre_code,job_group,"
                                + "employed_from,employed_to,leave_from,leave_to,area_code",
                        "eligible.csv: round,centre_code,group,count",
                        "course_themes.csv: course_code,theme_code"),
                billund.files().subList(0, 6).stream()
                        .map(file -> file.name() + ": " + String.join(",", file.header()))
                        .toList());
        assertEquals(
                List.of("response_id", "centre_code", "group", "rater_id", "APU-K1"),
                Answers.file(billund, "responses-2015-contact-pedagogue.csv")
                        .header()
                        .subList(0, 5));
        assertEquals(
                List.of("response_id", "centre_code", "group", "family_id", "APU-F1"),
                Answers.file(billund, "responses-2017-parent.csv").header().subList(0, 5));
        assertEquals(
                List.of("response_id", "centre_code", "group", "APU-B1", "APU-B2"),
                Answers.file(billund, "responses-2019-child.csv").header().subList(0, 5));
    }

    @Test
    void all_files_are_written_into_a_folder(@TempDir Path folder) throws IOException {
        billund.writeTo(folder.resolve("new"));
        for (var file : billund.files()) {
            assertEquals(
                    Answers.text(file), Files.readString(folder.resolve("new").resolve(file.name())));
        }
    }

    @Test
    void an_unknown_round_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> billund.responseFiles(2016));
    }

    @Test
    void no_value_looks_like_a_cpr_number() throws IOException {
        for (var file : billund.files()) {
            for (var row : Answers.rows(file)) {
                row.getFields().forEach(DemoMunicipalityTest::assertNotLikeCpr);
            }
        }
        DemoMunicipality.of(Size.DENMARK).employments().forEach(employment -> {
            assertNotLikeCpr(employment.person().personKey().toString());
            assertNotLikeCpr(employment.number());
        });
    }

    @ParameterizedTest
    @CsvSource({"BILLUND, 430, 450, 200, 500, 20", "AALBORG, 3800, 4000, 1600, 4800, 130"})
    void a_round_has_the_responses_of_the_scale_table(
            Size size, int children, int contact, int pedagogues, int parents, int leaders) throws IOException {
        var municipality = DemoMunicipality.of(size);
        var expected = Map.of(
                RespondentGroup.CHILD, children,
                RespondentGroup.CONTACT_PEDAGOGUE, contact,
                RespondentGroup.PEDAGOGUE, pedagogues,
                RespondentGroup.PARENT, parents,
                RespondentGroup.LEADER, leaders);
        for (var group : expected.keySet()) {
            var responses = Answers.responses(municipality, 2019, group).size();
            assertEquals(1.0, responses / (double) expected.getOrDefault(group, 0), 0.16, group + ": " + responses);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BILLUND, 18, 520, 350, 40",
        "AALBORG, 120, 4700, 3000, 120",
        "COPENHAGEN, 431, 13000, 10000, 250",
        "DENMARK, 3900, 122000, 75000, 250"
    })
    void a_municipality_is_as_large_as_the_scale_table_says(
            Size size, int centres, int eligible, int staff, int courses) {
        var municipality = DemoMunicipality.of(size);
        assertEquals(centres + 1, municipality.centres().size(), "one of them has closed");
        assertEquals(
                eligible,
                municipality.eligible(2019).stream()
                        .filter(row -> row.group() == RespondentGroup.CHILD)
                        .mapToInt(Eligible::count)
                        .sum());
        assertEquals(staff + 1, municipality.people().size(), "one of them has left");
        assertEquals(courses, municipality.courses().size());
    }

    @Test
    void any_size_is_written_without_being_held_in_memory() throws IOException {
        var written = new LengthOnly();
        for (var file : DemoMunicipality.of(Size.COPENHAGEN).responseFiles(2019)) {
            file.writeTo(written);
        }
        assertTrue(written.longestPiece < 100_000, "longest piece: " + written.longestPiece);
        assertTrue(written.characters > 3_000_000, "characters: " + written.characters);
    }

    @Test
    void further_courses_are_numbered_variants_with_the_same_themes() {
        var courses = DemoMunicipality.of(Size.AALBORG).courses();
        assertEquals("K041", courses.get(40).code());
        assertEquals("Hold igen – og lad barnet prøve 2", courses.get(40).titleDa());
        assertEquals(courses.get(0).themes(), courses.get(80).themes());
        assertEquals(120, new HashSet<>(courses.stream().map(Course::titleDa).toList()).size());
    }

    @ParameterizedTest
    @EnumSource(Size.class)
    void names_codes_keys_and_usernames_are_unique(Size size) {
        var municipality = DemoMunicipality.of(size);
        assertUnique(municipality.areas().stream().map(Area::name).toList());
        assertUnique(municipality.centres().stream().map(Centre::code).toList());
        assertUnique(municipality.centres().stream().map(Centre::name).toList());
        var everybody = Stream.concat(municipality.people().stream(), municipality.others().stream())
                .toList();
        assertUnique(everybody.stream().map(Person::personKey).toList());
        assertUnique(everybody.stream().map(Person::username).toList());
        assertUnique(municipality.people().stream().map(Person::name).toList());
        assertUnique(municipality.employments().stream().map(Employment::number).toList());
    }

    @Test
    void the_shared_material_is_complete() {
        assertEquals(196, Material.questionnaire().size());
        assertEquals(24, Material.goals().size());
        assertEquals(24, Material.reflectionCards().size());
        assertEquals(40, billund.courses().size());
    }

    private String hash() throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : DemoMunicipality.of(Size.BILLUND).files()) {
                digest.update(Answers.text(file).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertNotLikeCpr(String value) {
        assertFalse(LIKE_A_CPR_NUMBER.matcher(value).find(), value);
    }

    private static void assertUnique(List<?> values) {
        assertEquals(values.size(), new HashSet<>(values).size());
    }

    private static final class LengthOnly extends StringWriter {
        private long characters;
        private int longestPiece;

        @Override
        public void write(char[] buffer, int offset, int length) {
            characters += length;
            longestPiece = Math.max(longestPiece, length);
        }

        @Override
        public void write(String text, int offset, int length) {
            characters += length;
            longestPiece = Math.max(longestPiece, length);
        }
    }
}
