package dk.kvalitetsbro.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.access.Routes;
import dk.kvalitetsbro.container.Form;
import dk.kvalitetsbro.container.TwoHouses;
import dk.kvalitetsbro.container.Visitor;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tries to get a CPR number into the product: by every form of every page, and by every column of every file. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class FreeTextWalkIT {
    private static final List<String> CPR = List.of("010100-1234", "0101001234", "Barnet 01 01 00 1234 trives");
    private static final String ANY_OF_THEM = "010100-?1234|01 01 00 1234";
    private static final String REFUSED = "Teksten ligner et CPR-nummer.";
    private static final String REFUSED_IN_FILE = "Ligner et CPR-nummer";

    /** Content makes content: what is written in the first round can be changed in the second. */
    private static final int ROUNDS_OF_WRITING = 2;

    /** A right row of each kind of file. */
    private static final Map<String, List<String>> FILES = Map.of(
            "AREAS",
            List.of("area_code,name,valid_from,valid_to", "W1,Nord,2004-01-01,"),
            "CENTRES",
            List.of("centre_code,name,area_code,kind,valid_from,valid_to", "W1,Huset,W1,INSTITUTION,2004-01-01,"),
            "EMPLOYMENTS",
            List.of(
                    "person_key,name,employment_number,centre_code,job_group,employed_from,employed_to,leave_from,leave_to,area_code",
                    "p-1,Maja,T1,WALK-OWN,PEDAGOGUE,2014-08-01,,,,"),
            "ELIGIBLE",
            List.of("round,centre_code,group,count", "WALK-OPEN,WALK-OWN,CHILD,24"),
            "RESPONSES",
            List.of("response_id,centre_code,group,family_id,APU-F1,APU-F2", "r-1,WALK-OWN,PARENT,f-1,4,5"),
            "BACKGROUND",
            List.of(
                    "round,theme,group,background,category,n,mean,variance",
                    "WALK,MAT,CHILD,Forældres uddannelse,Kort,40,72.5,400"),
            "COURSE_THEMES",
            List.of("course_code,theme_code", "K900011,MAT"));

    @ArquillianResource
    private URL base;

    @BeforeEach
    void two_centres_with_something_to_write_about() {
        TwoHouses.build();
        TwoHouses.furnish();
        TwoHouses.openRound();
    }

    @AfterEach
    void nothing_like_it_is_stored_anywhere() {
        assertEquals(Set.of(), TwoHouses.tablesWith(ANY_OF_THEM));
    }

    @Test
    void every_text_field_of_every_form_refuses_it() throws Exception {
        for (int round = 0; round < ROUNDS_OF_WRITING; round++) {
            for (Found found : forms()) {
                found.visitor.post(found.form.action(), found.form.filled("", ""));
            }
        }
        TwoHouses.askLeader();
        TwoHouses.registerMoodle();
        Set<String> tried = new TreeSet<>();
        Set<String> wrong = new TreeSet<>();
        for (Found found : forms()) {
            for (String field : found.form.texts()) {
                String cpr = CPR.get(tried.size() % CPR.size());
                tried.add(found.form.kind() + " " + field);
                var answer = found.visitor.post(found.form.action(), found.form.filled(field, cpr));
                if (answer.statusCode() != 422 || !answer.body().contains(REFUSED)) {
                    wrong.add(found.form.kind() + " " + field + ": " + answer.statusCode());
                }
            }
        }
        assertEquals(Set.of(), wrong);
        assertEquals(Routes.written(), routes(tried));
    }

    @Test
    void what_is_sought_or_chosen_is_not_written_into_the_log() throws Exception {
        var dorthe = Visitor.at(base).signedInAs("dorthe");

        assertEquals(422, dorthe.get("app/log?om=010100-1234").statusCode());
        assertEquals(200, dorthe.get("app/log?om=maja").statusCode());
        Visitor.at(base).signedInAs("jonas").get("app/daekning.csv?gruppe=010100-1234");
    }

    @Test
    void every_column_of_every_file_refuses_it_and_so_does_the_files_name() throws Exception {
        var anne = Visitor.at(base).signedInAs("anne");
        Set<String> offered = Set.copyOf(Jsoup.parse(anne.get("app/import").body())
                .select("select[name=kind] option")
                .eachAttr("value"));
        assertEquals(FILES.keySet(), offered);

        Set<String> wrong = new TreeSet<>();
        for (var file : FILES.entrySet()) {
            String header = file.getValue().get(0);
            String[] row = file.getValue().get(1).split(",", -1);
            for (int column = 0; column < row.length; column++) {
                String[] tampered = row.clone();
                tampered[column] = CPR.get(column % CPR.size());
                if (!upload(anne, file.getKey(), "a.csv", header + "\n" + String.join(",", tampered))
                        .contains(REFUSED_IN_FILE)) {
                    wrong.add(file.getKey() + " column " + column);
                }
            }
            if (!upload(anne, file.getKey(), "010100-1234.csv", header).contains(REFUSED)) {
                wrong.add(file.getKey() + " file name");
            }
            upload(anne, file.getKey(), "a.csv", header + ",010100-1234\n" + String.join(",", row) + ",1");
        }
        assertEquals(Set.of(), wrong);
    }

    private record Found(Visitor visitor, Form form) {}

    @Test
    void so_does_a_file_of_new_keys_which_is_read_as_a_pasted_list_is() throws Exception {
        var anne = Visitor.at(base).signedInAs("anne");

        var right = uploadKeys(anne, "\uFEFF\"maja\";\"maja-2\"\r\nnobody;nobody-2\r\n");
        assertEquals(200, right.statusCode(), right.body());
        assertEquals(
                List.of("CHANGES", "NOBODY"),
                Jsoup.parse(right.body()).select("tr[data-verdict]").eachAttr("data-verdict"));

        var wrong = uploadKeys(anne, "maja;010100-1234");
        assertEquals(422, wrong.statusCode());
        assertEquals(true, wrong.body().contains(REFUSED), wrong.body());
    }

    private static HttpResponse<String> uploadKeys(Visitor visitor, String content) throws Exception {
        return visitor.send(visitor.request("app/moodle/personer/noegler/fil")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(file("fil", "keys.csv", content))));
    }

    /** @return every form there is now, each only once for somebody who may use it */
    private Iterable<Found> forms() throws Exception {
        Map<String, Found> forms = new LinkedHashMap<>();
        for (String person : List.of("karen", "maja", "anne", "jonas", "dorthe")) {
            var visitor = Visitor.at(base).signedInAs(person).accepting("text/html");
            for (String route : Routes.pages()) {
                for (String path : TwoHouses.ownPaths(route)) {
                    for (Form form : Form.toWriteIn(visitor.get("app/" + path).body(), "app/" + path)) {
                        forms.putIfAbsent(
                                form.action() + form.element().select("[name=action], [name=id]"),
                                new Found(visitor, form));
                    }
                }
            }
        }
        return forms.values();
    }

    private static Set<String> routes(Set<String> tried) {
        Set<String> routes = new TreeSet<>();
        tried.forEach(form -> routes.add(form.replaceFirst("^/?app/", "")
                .replaceFirst(" .*", "")
                .replaceFirst("WALK-(OWN|OTHER)", "#")
                .replaceFirst("persondata/[a-z]+", "persondata/#")
                .replaceFirst("/(MAT|" + TwoHouses.THEME + ")\\b", "/#")
                .replaceFirst("/G[0-9]+\\b", "/#")));
        return routes;
    }

    private static String upload(Visitor visitor, String kind, String name, String content) throws Exception {
        String body = part("kind", kind) + part("round", "WALK-OPEN") + file("file", name, content);
        var answer = visitor.send(visitor.request("app/import")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(body)));
        return answer.statusCode() == 303
                ? visitor.get(answer.headers().firstValue("Location").orElseThrow())
                        .body()
                : answer.body();
    }

    private static String file(String field, String name, String content) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n--x--\r\n";
    }

    private static String part(String name, String value) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }
}
