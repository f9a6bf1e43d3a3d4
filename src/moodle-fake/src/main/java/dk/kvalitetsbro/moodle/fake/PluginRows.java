package dk.kvalitetsbro.moodle.fake;

import static dk.kvalitetsbro.moodle.fake.Replies.array;
import static dk.kvalitetsbro.moodle.fake.Replies.object;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The plugin's calls that write many rows: each in a transaction of its own, each with a result of its own. */
final class PluginRows {
    private final Site site;
    private final Capabilities capabilities;
    private final WebServices services;

    PluginRows(Site site, Capabilities capabilities, WebServices services) {
        this.site = site;
        this.capabilities = capabilities;
        this.services = services;
    }

    /**
     * Does every row, unless the call arrived short: then PHP has cut it, and nothing is done.
     *
     * @param read  what a row says; every row is read before the first is written
     * @param write does one; tells whether anything was changed
     */
    <R> JsonValue each(Args args, Capability capability, Function<Args, R> read, Predicate<R> write) {
        long expected = args.number("expected");
        var rows = args.optionalRows("rows").stream().map(read).toList();
        capabilities.require(capability);
        if (rows.size() != expected) {
            throw WebServiceException.plugin(
                    "rowsmissing",
                    "Of " + expected + " rows " + rows.size() + " arrived, so none was done. PHP drops input over"
                            + " max_input_vars (" + services.maxInputVars() + "): send fewer rows, or raise it.");
        }
        return object().add("results", results(rows, write)).build();
    }

    private <R> JsonArrayBuilder results(List<R> rows, Predicate<R> write) {
        var results = array();
        for (int i = 0; i < rows.size(); i++) {
            results.add(result(i, rows.get(i), write));
        }
        return results;
    }

    private <R> JsonObjectBuilder result(int index, R row, Predicate<R> write) {
        var json = object().add("index", index);
        try {
            boolean changed = site.transaction(() -> write.test(row));
            return json.add("status", changed ? "done" : "already")
                    .add("errorcode", "")
                    .add("message", "");
        } catch (WebServiceException refusal) {
            return json.add("status", "refused")
                    .add("errorcode", refusal.errorCode())
                    .add("message", refusal.message());
        }
    }
}
