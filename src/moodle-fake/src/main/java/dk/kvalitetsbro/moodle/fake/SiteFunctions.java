package dk.kvalitetsbro.moodle.fake;

import static dk.kvalitetsbro.moodle.fake.Replies.nameValue;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;

/** {@code core_webservice_get_site_info}. */
final class SiteFunctions {
    private static final List<String> FEATURES_ON = List.of(
            "usecomments",
            "usetags",
            "enablenotes",
            "messaging",
            "enableblogs",
            "enablecompletion",
            "enablebadges",
            "enablecustomreports",
            "enablecompetencies");
    private static final List<String> FEATURES_OFF =
            List.of("messagingallusers", "enableglobalsearch", "mnet_dispatcher_mode");

    private final WebServices services;
    private final MoodleVersion version;
    private final String siteUrl;

    SiteFunctions(WebServices services, MoodleVersion version, String siteUrl) {
        this.services = services;
        this.version = version;
        this.siteUrl = siteUrl;
    }

    Map<String, WebServices.Function> all() {
        return Map.of("core_webservice_get_site_info", this::siteInfo);
    }

    private JsonValue siteInfo(Args args) {
        args.only("serviceshortnames");
        var functions = Replies.array();
        services.offered()
                .forEach(
                        name -> functions.add(Replies.object().add("name", name).add("version", version.version())));
        var features = Replies.array();
        FEATURES_ON.forEach(name -> features.add(nameValue(name, 1)));
        FEATURES_OFF.forEach(name -> features.add(nameValue(name, 0)));
        return Replies.object()
                .add("sitename", "Moodle-stand-in")
                .add("username", "ws_integration")
                .add("firstname", "WS")
                .add("lastname", "Integration")
                .add("fullname", "WS Integration")
                .add("lang", "da")
                .add("userid", Tables.WEB_SERVICE)
                .add("siteurl", siteUrl)
                .add("userpictureurl", siteUrl + "/theme/image.php/boost/core/1/u/f1")
                .add("functions", functions)
                .add("downloadfiles", 0)
                .add("uploadfiles", 0)
                .add("release", version.release())
                .add("version", version.version())
                .add("mobilecssurl", "")
                .add("advancedfeatures", features)
                .add("usercanmanageownfiles", true)
                .add("userquota", 104_857_600)
                .add("usermaxuploadfilesize", 67_108_864)
                .add("userhomepage", 1)
                .add("userprivateaccesskey", "stand-in")
                .add("siteid", 1)
                .add("sitecalendartype", "gregorian")
                .add("usercalendartype", "gregorian")
                .add("userissiteadmin", false)
                .add("theme", "boost")
                .add("limitconcurrentlogins", 0)
                .add("policyagreed", 0)
                .build();
    }
}
