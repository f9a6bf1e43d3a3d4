package dk.kvalitetsbro.moodle.fake;

import static dk.kvalitetsbro.moodle.fake.Replies.object;

import dk.kvalitetsbro.moodle.fake.Row.Account;
import jakarta.json.JsonObjectBuilder;

/** How people appear in replies: in lists of users, and as those who did something. */
final class People {
    private final Capabilities capabilities;
    private final String siteUrl;

    People(Capabilities capabilities, String siteUrl) {
        this.capabilities = capabilities;
        this.siteUrl = siteUrl;
    }

    /** Whether the web-service account may see anything of others at all. */
    boolean areVisible() {
        return capabilities.has(Capability.VIEW_USER);
    }

    JsonObjectBuilder full(Account account) {
        return person(account)
                .add("firstaccess", 0)
                .add("lastaccess", 0)
                .add("auth", "manual")
                .add("suspended", account.suspended())
                .add("confirmed", true)
                .add("lang", "da")
                .add("theme", "")
                .add("timezone", "99")
                .add("mailformat", 1)
                .add("trackforums", 0)
                .add("profileimageurlsmall", picture("f2"))
                .add("profileimageurl", picture("f1"));
    }

    /** Moodle leaves out what is not set, and what the caller may not see. */
    JsonObjectBuilder person(Account account) {
        var json = object().add("id", account.id());
        boolean everything = capabilities.has(Capability.VIEW_ALL_OF_USER);
        if (everything) {
            json.add("username", account.username())
                    .add("firstname", account.firstname())
                    .add("lastname", account.lastname());
        }
        json.add("fullname", account.fullname());
        if (capabilities.has(Capability.VIEW_IDENTITY)) {
            json.add("email", account.email());
        }
        if (!account.department().isEmpty()) {
            json.add("department", account.department());
        }
        if (everything && !account.idnumber().isEmpty()) {
            json.add("idnumber", account.idnumber());
        }
        return json;
    }

    String picture(String size) {
        return siteUrl + "/theme/image.php/boost/core/1/u/" + size;
    }

    /** The account that web services act as. */
    JsonObjectBuilder caller() {
        return actor(Tables.WEB_SERVICE, "ws@example.org", "WS Integration");
    }

    JsonObjectBuilder administrator() {
        return actor(Tables.ADMINISTRATOR, "admin@example.org", "Admin User");
    }

    private JsonObjectBuilder actor(long id, String email, String fullname) {
        return object().add("id", id)
                .add("email", email)
                .add("idnumber", "")
                .add("phone1", "")
                .add("phone2", "")
                .add("department", "")
                .add("institution", "")
                .add("fullname", fullname)
                .add("identity", email)
                .add("profileurl", siteUrl + "/user/profile.php?id=" + id)
                .add("profileimageurl", picture("f1"))
                .add("profileimageurlsmall", picture("f2"));
    }
}
