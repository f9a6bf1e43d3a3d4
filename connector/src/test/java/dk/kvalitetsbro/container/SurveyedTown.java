package dk.kvalitetsbro.container;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A published round with answers about one theme, brought in over HTTP as the administration does it. At the centre that
 * tests look at, parents answer lower than elsewhere and than the pedagogues; few contact pedagogues answer, and too few
 * children. Of childminding nobody answers.
 */
public final class SurveyedTown {
    public static final String ROUND = "2019";
    public static final String CENTRE = "D0003";
    public static final String CHILDMINDING = "D0100";

    /** Planned, and not opened yet. */
    public static final String NEXT_ROUND = "2021";

    private static final List<String> OTHERS = List.of("D0005", "D0007", "D0009");
    private static final List<String> ALL =
            Stream.concat(Stream.of(CENTRE, CHILDMINDING), OTHERS.stream()).toList();

    private final Visitor administration;

    private SurveyedTown(Visitor administration) {
        this.administration = administration;
    }

    /** Does nothing when it is there already. */
    public static void build(URL base) throws IOException, InterruptedException {
        TwoHouses.build();
        boolean there = TwoHouses.jdbi()
                .withHandle(handle -> handle.createQuery("select exists (select from surveys.round where code = :code)")
                        .bind("code", ROUND)
                        .mapTo(Boolean.class)
                        .one());
        if (!there) {
            new SurveyedTown(Visitor.at(base).signedInAs("anne")).build();
        }
    }

    private void build() throws IOException, InterruptedException {
        TwoHouses.jdbi().useHandle(handle -> {
            for (String centre : ALL) {
                handle.execute(
                        "insert into organisation.centre (code, name, area_code, kind, valid_from) values (?, ?, 'A', ?, '2010-01-01')",
                        centre,
                        "Hus " + centre,
                        centre.equals(CHILDMINDING) ? "CHILDMINDING" : "INSTITUTION");
            }
        });
        plan(ROUND, "2019-09-02", "2019-10-11");
        plan(NEXT_ROUND, "2021-09-06", "2021-10-15");
        bring("ELIGIBLE", eligible());
        done(administration.post("app/runder/" + ROUND + "/aabn"));
        bring("RESPONSES", children());
        bring("RESPONSES", contactPedagogues());
        bring("RESPONSES", pedagogues());
        bring("RESPONSES", parents());
        bring("RESPONSES", leaders());
        done(administration.post("app/runder/" + ROUND + "/luk"));
        done(administration.post("app/runder/" + ROUND + "/offentliggoer"));
    }

    private void plan(String code, String opens, String closes) throws IOException, InterruptedException {
        done(administration.post(
                "app/runder", "code", code, "name", "Kortlægning " + code, "opens", opens, "closes", closes));
    }

    private void bring(String kind, String file) throws IOException, InterruptedException {
        String body = part("kind", kind) + part("round", kind.equals("RESPONSES") ? ROUND : "")
                + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + file + "\r\n--x--\r\n";
        String checked = done(administration.send(administration
                        .request("app/import")
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(BodyPublishers.ofString(body))))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        done(administration.post(checked + "/godkend"));
    }

    private static String part(String name, String value) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static HttpResponse<String> done(HttpResponse<String> answer) {
        if (answer.statusCode() != 303) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    private static String eligible() {
        List<String> invited = List.of("CHILD,25", "CONTACT_PEDAGOGUE,25", "PEDAGOGUE,15", "PARENT,25", "LEADER,1");
        return "round,centre_code,group,count\n"
                + ALL.stream()
                        .flatMap(centre -> invited.stream().map(many -> ROUND + "," + centre + "," + many))
                        .collect(joining("\n"));
    }

    private static String children() {
        List<String> rows = new ArrayList<>(List.of("response_id,centre_code,group,MAT-B1,MAT-B2,MAT-B3"));
        rows.addAll(rows(CENTRE, "CHILD", "", 4, level -> same(3, 1 + level % 3)));
        OTHERS.forEach(centre -> rows.addAll(rows(centre, "CHILD", "", 20, level -> same(3, 1 + level % 3))));
        return String.join("\n", rows);
    }

    private static String contactPedagogues() {
        List<String> rows = new ArrayList<>(List.of("response_id,centre_code,group,rater_id,MAT-K1,MAT-K2,MAT-K3"));
        rows.addAll(rows(CENTRE, "CONTACT_PEDAGOGUE", "k", 8, level -> same(3, 1 + level % 4)));
        OTHERS.forEach(
                centre -> rows.addAll(rows(centre, "CONTACT_PEDAGOGUE", "k", 20, level -> same(3, 1 + level % 4))));
        return String.join("\n", rows);
    }

    /** At the centre all agree on one item; another is worded negatively. */
    private static String pedagogues() {
        List<String> rows = new ArrayList<>(List.of("response_id,centre_code,group,MAT-P1,MAT-P2,MAT-P3,MAT-P4"));
        rows.addAll(rows(CENTRE, "PEDAGOGUE", "", 12, level -> "5," + same(2, 4 + level % 2) + "," + (2 - level % 2)));
        OTHERS.forEach(centre -> rows.addAll(
                rows(centre, "PEDAGOGUE", "", 12, level -> same(3, 4 + level % 2) + "," + (2 - level % 2))));
        return String.join("\n", rows);
    }

    private static String parents() {
        List<String> rows = new ArrayList<>(List.of("response_id,centre_code,group,family_id,MAT-F1,MAT-F2,MAT-F3"));
        rows.addAll(rows(CENTRE, "PARENT", "f", 20, level -> same(3, 3 + level % 2)));
        OTHERS.forEach(centre -> rows.addAll(rows(centre, "PARENT", "f", 20, level -> same(3, 4 + level % 2))));
        return String.join("\n", rows);
    }

    private static String leaders() {
        List<String> rows = new ArrayList<>(List.of("response_id,centre_code,group,MAT-L1,MAT-L2,MAT-L3"));
        Stream.concat(Stream.of(CENTRE), OTHERS.stream())
                .forEach(centre -> rows.addAll(rows(centre, "LEADER", "", 1, level -> same(3, 4))));
        return String.join("\n", rows);
    }

    private interface Answers {
        String of(int respondent);
    }

    /** @param source of contact pedagogues and parents, each with a few of the answers or with one */
    private static List<String> rows(String centre, String group, String source, int respondents, Answers answers) {
        return IntStream.range(0, respondents)
                .mapToObj(i -> String.join(
                        ",",
                        Stream.of(
                                        Stream.of(centre + group + i, centre, group),
                                        source.isEmpty()
                                                ? Stream.<String>empty()
                                                : Stream.of(centre + source + (source.equals("k") ? i % 4 : i)),
                                        Stream.of(answers.of(i)))
                                .flatMap(part -> part)
                                .toList()))
                .toList();
    }

    private static String same(int items, int answer) {
        return Stream.generate(() -> String.valueOf(answer)).limit(items).collect(joining(","));
    }
}
