package dk.kvalitetsbro.demo;

import java.util.List;
import java.util.stream.Stream;

/** Those who are not on the staff of a centre or in the town hall: with an office, or invited from outside. */
final class Offices {
    static final Person AREA_LEADER = Person.invented(900_001, "Bente Ahlmann");
    static final Person DATA_PROTECTION_OFFICER = Person.invented(900_002, "Dorthe Engholm");
    static final Person POLITICIAN = Person.invented(900_003, "Poul Mejlby");
    static final Person BOARD_MEMBER = Person.invented(900_004, "Birgit Storgaard");
    static final Person CONSULTANT = Person.invented(900_005, "Kim Westh");
    static final Person RESEARCHER = Person.invented(900_006, "Frida Norup");

    private static final List<String> HEADER = List.of(
            "person_key",
            "name",
            "employment_number",
            "centre_code",
            "job_group",
            "employed_from",
            "employed_to",
            "leave_from",
            "leave_to",
            "area_code");

    private Offices() {}

    static Stream<Person> people() {
        return Stream.of(AREA_LEADER, DATA_PROTECTION_OFFICER, POLITICIAN, BOARD_MEMBER, CONSULTANT, RESEARCHER);
    }

    /** Around the centre with a story: its area's leader, and somebody on its board. */
    static CsvFile file(Centre centre) {
        var placements = centre.placements();
        var area = placements.get(placements.size() - 1).areaCode();
        return new CsvFile("employments-offices.csv", HEADER, rows -> {
            rows.accept(row(AREA_LEADER, "U100001", "", "AREA_LEADER", area));
            rows.accept(row(DATA_PROTECTION_OFFICER, "U100002", "", "DATA_PROTECTION_OFFICER", ""));
            rows.accept(row(POLITICIAN, "U100003", "", "POLITICIAN", ""));
            rows.accept(row(BOARD_MEMBER, "U100004", centre.code(), "BOARD", ""));
        });
    }

    private static List<String> row(Person person, String number, String centre, String jobGroup, String area) {
        return List.of(
                person.personKey().toString(), person.name(), number, centre, jobGroup, "2022-01-01", "", "", "", area);
    }
}
