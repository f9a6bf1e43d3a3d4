package dk.kvalitetsbro.benchmarks.results.pages;

import dk.kvalitetsbro.demo.Personas;
import dk.kvalitetsbro.launcher.Product;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jsoup.nodes.Document;

/**
 * Three hundred people after a publication, who open one result page after the other in turn: every third leads a
 * centre, the others see any centre, and all of them look into themes; now and then somebody opens the table of all
 * centres.
 */
final class Readers {
    private static final int READERS = 300;
    private static final int LEADERS = READERS / 3;
    private static final String ALL_CENTRES = "kommune/resultater";

    private final Random random = new Random(1);
    private final URI root;
    private final String ledCentre;
    private final List<String> cookies = new ArrayList<>();
    private final List<String> centres = new ArrayList<>();
    private final List<String> themes;
    private final int mapPages;
    private int turn;

    /** Signs everybody in, and finds out what there is to read. */
    Readers(URI root, Personas people) throws InterruptedException {
        this.root = root;
        ledCentre = people.karensCentre().code();
        for (int reader = 0; reader < READERS; reader++) {
            cookies.add(SignIn.cookie(root, key(people, reader)));
        }
        Product administration = new Product(root);
        administration.signIn(people.anne().personKey());
        int page = 1;
        Document map = administration.get(ALL_CENTRES);
        centres.addAll(map.select("[data-centre]").eachAttr("data-centre"));
        while (!map.select("a[href*='side=" + (page + 1) + "']").isEmpty()) {
            page++;
            map = administration.get(ALL_CENTRES + "?side=" + page);
            centres.addAll(map.select("[data-centre]").eachAttr("data-centre"));
        }
        mapPages = page;
        themes = administration
                .get("dagtilbud/" + ledCentre + "/resultater")
                .select("[data-finding]")
                .eachAttr("data-finding");
    }

    private static UUID key(Personas people, int reader) {
        return (reader < LEADERS ? people.karen() : people.anne()).personKey();
    }

    /** @return what the next reader opens */
    Visit next() {
        int reader = turn++ * 7 % READERS; // leaders and others mixed
        int choice = random.nextInt(100);
        String centre = "dagtilbud/" + (reader < LEADERS ? ledCentre : anyOf(centres));
        if (reader >= LEADERS && choice < 5) {
            return visit(reader, ALL_CENTRES + "?side=" + (1 + random.nextInt(mapPages)), "data-centre=");
        }
        return choice < 50
                ? visit(reader, centre + "/resultater", "data-finding=")
                : visit(reader, centre + "/temaer/" + anyOf(themes), "tal-tabel");
    }

    private Visit visit(int reader, String path, String proof) {
        return new Visit(root.resolve(path), cookies.get(reader), proof);
    }

    /** @return a file that the server only has to hand out, asked for by the next reader */
    Visit nextStatic() {
        return new Visit(root.resolve("../assets/charts.js"), cookies.get(turn++ % READERS), "function");
    }

    private String anyOf(List<String> codes) {
        return codes.get(random.nextInt(codes.size()));
    }
}
