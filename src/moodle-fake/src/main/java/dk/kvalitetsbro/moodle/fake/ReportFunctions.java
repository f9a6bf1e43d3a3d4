package dk.kvalitetsbro.moodle.fake;

import static dk.kvalitetsbro.moodle.fake.Replies.array;
import static dk.kvalitetsbro.moodle.fake.Replies.object;

import dk.kvalitetsbro.moodle.fake.Row.Completed;
import dk.kvalitetsbro.moodle.fake.Row.Enrolled;
import dk.kvalitetsbro.moodle.fake.Row.ReportFilter;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The report that an administrator has made of everybody's course completions. Its filter stays until it is set anew, for
 * every caller of the same account.
 */
final class ReportFunctions {
    static final long COMPLETIONS = 1;
    private static final String FIELD = "completion:timecompleted";
    private static final int PAGE = 30;

    private final Site site;
    private final Tables tables;
    private final Capabilities capabilities;
    private final MoodleVersion version;
    private final People people;

    ReportFunctions(Site site, Capabilities capabilities, MoodleVersion version, People people) {
        this.site = site;
        this.tables = site.tables();
        this.capabilities = capabilities;
        this.version = version;
        this.people = people;
    }

    Map<String, WebServices.Function> all() {
        return Map.of(
                "core_reportbuilder_list_reports", this::list,
                "core_reportbuilder_retrieve_report", this::retrieve,
                "core_reportbuilder_set_filters", this::setFilters);
    }

    private JsonValue list(Args args) {
        args.only("page", "perpage");
        var reports = array();
        if (capabilities.has(Capability.VIEW_REPORTS)) {
            reports.add(details());
        }
        return object().add("reports", reports).add("warnings", array()).build();
    }

    private JsonValue retrieve(Args args) {
        args.only("reportid", "page", "perpage");
        requireReport(args.number("reportid"));
        long size = args.optionalNumber("perpage").filter(number -> number > 0).orElse((long) PAGE);
        var rows = tables.enrolments.all().stream()
                .map(this::row)
                .filter(this::passes)
                .sorted(Comparator.comparing(Line::at)
                        .thenComparing(line -> line.enrolled().id()))
                .toList();
        var page =
                rows.stream().skip(args.numberOrZero("page") * size).limit(size).toList();
        var data = object().add("headers", Replies.texts(headers()))
                .add("rows", array(page, this::describe))
                .add("totalrowcount", rows.size());
        return object().add("details", details())
                .add("data", data)
                .add("warnings", array())
                .build();
    }

    private record Line(Enrolled enrolled, Optional<Completed> completed) {
        long at() {
            return completed.map(Completed::at).orElse(0L);
        }
    }

    private Line row(Enrolled enrolled) {
        return new Line(enrolled, tables.completion(enrolled.userId(), enrolled.courseId()));
    }

    private boolean passes(Line line) {
        return tables.reportFilters
                .find(COMPLETIONS)
                .map(filter -> switch (filter.operator()) {
                    case ReportFilter.NOT_EMPTY -> line.at() > 0;
                    case ReportFilter.EMPTY -> line.at() == 0;
                    case ReportFilter.RANGE ->
                        line.at() > 0 && line.at() >= filter.from() && (filter.to() == 0 || line.at() <= filter.to());
                    default -> true;
                })
                .orElse(true);
    }

    /** 4.5 can also show how people are enrolled. */
    private List<String> headers() {
        var common = List.of("ID number", "Course ID number", "Completed", "Time completed");
        return version == MoodleVersion.V4_5
                ? List.of(common.get(0), common.get(1), common.get(2), common.get(3), "Method")
                : common;
    }

    private JsonObjectBuilder describe(Line line) {
        var account = tables.accounts.find(line.enrolled().userId()).orElseThrow();
        var course = tables.courses.find(line.enrolled().courseId()).orElseThrow();
        var columns = array().add(account.idnumber())
                .add(course.course().idnumber())
                .add(line.completed().isPresent() ? "Yes" : "No")
                .add(line.completed().map(done -> Dates.longForm(done.at())).orElse(""));
        if (version == MoodleVersion.V4_5) {
            columns.add("Manual enrolments");
        }
        return object().add("columns", columns);
    }

    /** Values that are no JSON are no error: they filter nothing. */
    private JsonValue setFilters(Args args) {
        args.only("reportid", "parameters", "values");
        var values = args.text("values");
        requireReport(args.number("reportid"));
        site.put(filter(parse(values)));
        return JsonValue.TRUE;
    }

    private static ReportFilter filter(JsonObject values) {
        return new ReportFilter(
                COMPLETIONS,
                values.getInt(FIELD + "_operator", ReportFilter.ANY),
                number(values, FIELD + "_from"),
                number(values, FIELD + "_to"));
    }

    private static long number(JsonObject values, String name) {
        return values.containsKey(name) ? Args.toNumber(values.get(name).toString()) : 0;
    }

    private static JsonObject parse(String values) {
        try (var reader = Replies.reader(values)) {
            return reader.readObject();
        } catch (JsonException e) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
    }

    private void requireReport(long id) {
        if (id != COMPLETIONS) {
            throw version.missingRecord("reportbuilder_report");
        }
        if (!capabilities.has(Capability.VIEW_REPORTS)) {
            throw WebServiceException.reportAccess();
        }
    }

    private JsonObjectBuilder details() {
        var json = object().add("name", "Completions")
                .add("source", "core_course\\reportbuilder\\datasource\\participants")
                .add("type", 0)
                .add("uniquerows", false)
                .addNull("conditiondata")
                .addNull("settingsdata")
                .add("contextid", 1)
                .add("component", "")
                .add("area", "")
                .add("itemid", 0)
                .add("usercreated", Tables.ADMINISTRATOR)
                .add("id", COMPLETIONS)
                .add("timecreated", 0)
                .add("timemodified", 0)
                .add("usermodified", Tables.ADMINISTRATOR)
                .add("sourcename", "Course participants")
                .add("tags", array());
        if (version == MoodleVersion.V5_1) {
            json.add("customfields", object().add("data", array()));
        }
        return json.add("modifiedby", people.administrator());
    }
}
