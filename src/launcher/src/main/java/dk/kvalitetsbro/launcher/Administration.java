package dk.kvalitetsbro.launcher;

import dk.kvalitetsbro.demo.Person;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What somebody in the administration does with files and rounds, through the product's pages. */
public final class Administration {
    private static final int PROBLEMS_TOLD = 5;

    private final Product product;

    private Administration(Product product) {
        this.product = product;
    }

    /** Signs in, with no other rights than the person has. */
    public static Administration signedIn(Product product, UUID person) throws InterruptedException {
        product.signIn(person);
        return new Administration(product);
    }

    /**
     * Uploads a file and approves what it would do. A file that is in already stays as it is.
     *
     * @throws CannotStart with the first problems, if the product refuses it
     */
    public void importFile(String kind, Path file) throws InterruptedException {
        importFile(Map.of("kind", kind), file);
    }

    /** The same for the responses of an open round. */
    public void importResponses(String round, Path file) throws InterruptedException {
        importFile(responsesOf(round), file);
    }

    private void importFile(Map<String, String> fields, Path file) throws InterruptedException {
        var dryRun = product.upload("import", fields, file);
        switch (state(dryRun)) {
            case "done" -> {}
            case "ready" -> {
                var after = product.post(dryRun.location() + "/godkend", Map.of());
                if (!state(after).equals("done")) {
                    throw refused(file, after);
                }
            }
            default -> throw refused(file, dryRun);
        }
    }

    /**
     * Uploads responses that hold an error.
     *
     * @return the first problem as the product tells it
     * @throws CannotStart if the product finds none
     */
    String refusedResponses(String round, Path file) throws InterruptedException {
        var dryRun = product.upload("import", responsesOf(round), file);
        if (!state(dryRun).equals("problems")) {
            throw new CannotStart("The product found no error in " + file.getFileName() + ".");
        }
        return problems(dryRun, 1);
    }

    /** Reads the list of courses anew. */
    void readCourses() throws InterruptedException {
        product.post("moodle/hent-kurser", Map.of());
    }

    /**
     * Invites somebody for as long as the form proposes, who is not invited already.
     *
     * @param centre empty for the whole municipality
     */
    void invite(Person person, String role, String centre, String purpose) throws InterruptedException {
        var page = product.get("invitationer");
        if (page.select("[data-invited=" + person.personKey() + "]").isEmpty()) {
            product.post(
                    "invitationer",
                    Map.of(
                            "key", person.personKey().toString(),
                            "name", person.name(),
                            "role", role,
                            "centre", centre,
                            "from", page.select("#from").attr("value"),
                            "to", page.select("#to").attr("value"),
                            "purpose", purpose));
        }
    }

    public void planRound(String code, String name, LocalDate opens, LocalDate closes) throws InterruptedException {
        product.post(
                "runder", Map.of("code", code, "name", name, "opens", opens.toString(), "closes", closes.toString()));
    }

    public void openRound(String code) throws InterruptedException {
        step(code, "aabn");
    }

    /** Closes a round; its results are computed before this returns. */
    public void closeRound(String code) throws InterruptedException {
        step(code, "luk");
    }

    public void publishRound(String code) throws InterruptedException {
        step(code, "offentliggoer");
    }

    private void step(String round, String step) throws InterruptedException {
        product.post("runder/" + round + "/" + step, Map.of());
    }

    /** The round's state as its page tells it, empty if there is no such round. */
    String roundState(String code) throws InterruptedException {
        return product.get("runder").select("[data-round=" + code + "]").attr("data-round-state");
    }

    private static Map<String, String> responsesOf(String round) {
        return Map.of("kind", "RESPONSES", "round", round);
    }

    private static String state(Document page) {
        return page.select("[data-import-state]").attr("data-import-state");
    }

    private static CannotStart refused(Path file, Document page) {
        return new CannotStart(
                "The product did not import " + file.getFileName() + ": " + problems(page, PROBLEMS_TOLD));
    }

    private static String problems(Document page, int most) {
        return page.select("[data-problem]").stream()
                .limit(most)
                .map(Element::text)
                .collect(Collectors.joining("; "));
    }
}
