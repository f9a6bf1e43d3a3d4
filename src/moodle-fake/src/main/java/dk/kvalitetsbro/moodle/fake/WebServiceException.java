package dk.kvalitetsbro.moodle.fake;

import jakarta.json.JsonObject;

/** An error as Moodle words it: a 200 reply with these three fields. */
final class WebServiceException extends RuntimeException {
    private final String exception;
    private final String errorCode;
    private final String module;

    private WebServiceException(String exception, String errorCode, String module, String message) {
        super(message);
        this.exception = exception;
        this.errorCode = errorCode;
        this.module = module;
    }

    static WebServiceException moodle(String errorCode, String message) {
        return new WebServiceException("core\\exception\\moodle_exception", errorCode, "moodle", message);
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

    static WebServiceException missingRecord(String errorCode, String message) {
        return new WebServiceException("dml_missing_record_exception", errorCode, "moodle", message);
    }

    static WebServiceException accessDenied() {
        return new WebServiceException(
                "webservice_access_exception", "accessexception", "webservice", "Access control exception");
    }

    JsonObject toJson() {
        return Replies.object()
                .add("exception", exception)
                .add("errorcode", errorCode)
                .add("message", String.valueOf(getMessage()))
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
                .formatted(exception, errorCode, Html.escape(String.valueOf(getMessage())));
    }

    /** As one answer among several of {@code tool_mobile_call_external_functions}. */
    JsonObject toEmbeddedJson(String siteUrl, MoodleVersion version) {
        var error = Replies.object();
        if (module.equals("webservice")) {
            return error.add("errorcode", errorCode).add("module", module).build();
        }
        return error.add("message", String.valueOf(getMessage()))
                .add("errorcode", errorCode)
                .add("link", siteUrl + "/")
                .add(
                        "moreinfourl",
                        "https://docs.moodle.org/" + version.docs() + "/en/error/" + module + "/" + errorCode)
                .build();
    }
}
