package dk.kvalitetsbro.moodle.fake;

import jakarta.json.JsonObject;

/** An error as Moodle words it: a 200 reply with these three fields. */
final class WebServiceException extends RuntimeException {
    private final String exception;
    private final String errorCode;
    private final String module;
    private final boolean keepsChanges;

    private WebServiceException(String exception, String errorCode, String module, String message) {
        this(exception, errorCode, module, message, false);
    }

    private WebServiceException(
            String exception, String errorCode, String module, String message, boolean keepsChanges) {
        super(message);
        this.exception = exception;
        this.errorCode = errorCode;
        this.module = module;
        this.keepsChanges = keepsChanges;
    }

    static WebServiceException moodle(String errorCode, String message) {
        return new WebServiceException("core\\exception\\moodle_exception", errorCode, "moodle", message);
    }

    /** An error of the plugin local_kvalitetsbro. */
    static WebServiceException plugin(String errorCode, String message) {
        return new WebServiceException("core\\exception\\moodle_exception", errorCode, "local_kvalitetsbro", message);
    }

    static WebServiceException invalidParameter() {
        return new WebServiceException(
                "core\\exception\\invalid_parameter_exception",
                "invalidparameter",
                "debug",
                "Invalid parameter value detected");
    }

    static WebServiceException coding(String hint) {
        return new WebServiceException(
                "core\\exception\\coding_exception",
                "codingerror",
                "debug",
                "Coding error detected, it must be fixed by a programmer: " + hint);
    }

    static WebServiceException noPermission(Capability capability) {
        return new WebServiceException(
                "core\\exception\\required_capability_exception",
                "nopermissions",
                "error",
                "Sorry, but you do not currently have permissions to do that (" + capability.title() + ").");
    }

    static WebServiceException requireLogin() {
        return new WebServiceException(
                "core\\exception\\require_login_exception",
                "requireloginerror",
                "error",
                "Course or activity not accessible.");
    }

    static WebServiceException courseContext(long courseId) {
        return moodle(
                "errorcoursecontextnotvalid",
                "You cannot execute functions in the course context (course id:" + courseId
                        + "). The context error message was: Course or activity not accessible.");
    }

    /** A row that breaks a rule of its own class. */
    static WebServiceException invalidRow(String reason) {
        return new WebServiceException(
                "core\\invalid_persistent_exception", "invalidpersistenterror", "error", "Error: " + reason);
    }

    static WebServiceException reportAccess() {
        return new WebServiceException(
                "core_reportbuilder\\exception\\report_access_exception",
                "errorreportview",
                "reportbuilder",
                "You cannot view this report");
    }

    static WebServiceException databaseRead() {
        return new WebServiceException(
                "dml_read_exception", "dmlreadexception", "error", "Error reading from database");
    }

    /** Moodle dislikes its own reply, after everything was saved. */
    static WebServiceException invalidResponse() {
        return new WebServiceException(
                "core\\exception\\invalid_response_exception",
                "invalidresponse",
                "debug",
                "Invalid response value detected",
                true);
    }

    /** Moodle stumbles over its own reply, after some messages were sent. */
    static WebServiceException formatNotSupported() {
        return new WebServiceException(
                "core\\exception\\moodle_exception",
                "formatnotsupported",
                "webservice",
                "webservice/formatnotsupported",
                true);
    }

    static WebServiceException missingRecord(String errorCode, String message) {
        return new WebServiceException("dml_missing_record_exception", errorCode, "moodle", message);
    }

    static WebServiceException accessDenied() {
        return new WebServiceException(
                "webservice_access_exception", "accessexception", "webservice", "Access control exception");
    }

    /** Whether what the function changed stays, although its caller hears of an error. */
    boolean keepsChanges() {
        return keepsChanges;
    }

    String errorCode() {
        return errorCode;
    }

    String message() {
        return String.valueOf(getMessage());
    }

    JsonObject toJson() {
        return Replies.object()
                .add("exception", exception)
                .add("errorcode", errorCode)
                .add("message", message())
                .build();
    }

    /** What callers get who forget to ask for JSON. */
    String toXml() {
        return """
                <?xml version="1.0" encoding="UTF-8" ?>
                <EXCEPTION class="%s">
                <ERRORCODE>%s</ERRORCODE>
                <MESSAGE>%s</MESSAGE>
                </EXCEPTION>
                """
                .formatted(exception, errorCode, Html.escape(message()));
    }

    /** As one answer among several of {@code tool_mobile_call_external_functions}. */
    JsonObject toEmbeddedJson(String siteUrl, MoodleVersion version) {
        var error = Replies.object();
        if (module.equals("webservice")) {
            return error.add("errorcode", errorCode).add("module", module).build();
        }
        return error.add("message", message())
                .add("errorcode", errorCode)
                .add("link", siteUrl + "/")
                .add(
                        "moreinfourl",
                        "https://docs.moodle.org/" + version.docs() + "/en/error/" + module + "/" + errorCode)
                .build();
    }
}
