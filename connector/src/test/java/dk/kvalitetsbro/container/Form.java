package dk.kvalitetsbro.container;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A form on a page, filled in as somebody in a hurry would: the first choice everywhere, and a few words. */
public record Form(String action, Element element) {
    private static final String A_FEW_WORDS = "Ring 12 34 56 78 i uge 38";
    private static final String FREE_TEXT =
            "textarea, input:not([type]), input[type=text], input[type=search], input[type=email], input[type=tel]";

    /** @return the forms of a page that are posted and have something to write in */
    public static List<Form> toWriteIn(String page, String address) {
        return Jsoup.parse(page).select("form[method=post]").stream()
                .map(form -> new Form(form.attr("action").isEmpty() ? address : form.attr("action"), form))
                .filter(form -> !form.texts().isEmpty())
                .toList();
    }

    /** @return the names of the fields that take any text */
    public List<String> texts() {
        return element.select(FREE_TEXT).stream()
                .filter(Form::takesAnyText)
                .map(field -> field.attr("name"))
                .toList();
    }

    private static boolean takesAnyText(Element field) {
        return !field.attr("inputmode").equals("decimal");
    }

    /** @return names and values by turns, one text field with this value and the others with ordinary words */
    public String[] filled(String field, String value) {
        List<String> pairs = new ArrayList<>();
        Set<String> chosen = new HashSet<>();
        for (Element control : element.select("input, textarea, select, button")) {
            String name = control.attr("name");
            String type = control.tagName().equals("button") ? "button" : control.attr("type");
            boolean oneOfSeveral = Set.of("radio", "checkbox", "button").contains(type);
            if (!name.isEmpty() && (!oneOfSeveral || chosen.add(name))) {
                pairs.add(name);
                pairs.add(name.equals(field) && control.is(FREE_TEXT) ? value : usual(control));
            }
        }
        return pairs.toArray(String[]::new);
    }

    private static String usual(Element control) {
        if (control.tagName().equals("select")) {
            return control.select("option").eachAttr("value").stream()
                    .filter(option -> !option.isEmpty())
                    .findFirst()
                    .orElse("");
        }
        if (control.attr("type").equals("date")) {
            return "2031-01-01";
        }
        if (control.is(FREE_TEXT) && takesAnyText(control)) {
            return control.hasAttr("pattern") ? "R" + System.nanoTime() : A_FEW_WORDS;
        }
        return control.attr("value");
    }

    /** @return its action without numbers, which tells it from others */
    public String kind() {
        return action.replaceAll("/[0-9]+", "/#");
    }
}
