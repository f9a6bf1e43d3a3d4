package dk.kvalitetsbro.moodle.fake;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a whole site can be in the middle of, with the answer that real sites gave to every call meanwhile. */
public enum SiteState {
    RUNNING(null),
    MAINTENANCE(Fault.exception(
            "core\\exception\\moodle_exception",
            "sitemaintenance",
            "The site is undergoing maintenance and is currently not available")),
    MAINTENANCE_FROM_COMMAND_LINE(Fault.unavailable(Duration.ofSeconds(300))),
    UPGRADE_RUNNING(Fault.exception(
            "core\\exception\\moodle_exception", "upgraderunning", "Site is being upgraded, please retry later.")),
    DATABASE_DOWN(Fault.exception(
            "dml_connection_exception", "dbconnectionfailed", "<p>Error: Database connection failed</p>")),
    PHP_BROKEN(new Fault.Answer(
            200,
            "application/json",
            Map.of(),
            "{\"exception\":\"ParseError\",\"message\":\"syntax error, unexpected identifier \\\"is\\\"\"}")),
    WEB_SERVICES_OFF(new Fault.Answer(403, "text/html; charset=utf-8", Map.of(), "")),
    TOKEN_LOST(Fault.tokenLost()),
    TOKEN_EXPIRED(Fault.exception("webservice_access_exception", "accessexception", "Access control exception")),
    ACCOUNT_SUSPENDED(Fault.exception(
            "core\\exception\\moodle_exception",
            "wsaccessusersuspended",
            "Refused web service access for suspended username: ws_integration")),
    ACCOUNT_DELETED(Fault.exception(
            "core\\exception\\moodle_exception",
            "wsaccessuserdeleted",
            "Refused web service access for deleted username: ws_integration")),
    ACCOUNT_MAY_NOT_SIGN_IN(Fault.exception(
            "core\\exception\\moodle_exception",
            "wsaccessusernologin",
            "Refused web service access for nologin authentication username: ws_integration"));

    private final Optional<Fault> fault;

    SiteState(@Nullable Fault fault) {
        this.fault = Optional.ofNullable(fault);
    }

    Optional<Fault> fault() {
        return fault;
    }
}
