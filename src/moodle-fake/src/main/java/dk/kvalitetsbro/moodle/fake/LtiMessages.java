package dk.kvalitetsbro.moodle.fake;

import dk.kvalitetsbro.moodle.fake.Row.Account;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;

/** What the site says of somebody who goes to a tool, claim by claim as recorded from real ones. */
final class LtiMessages {
    private static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final long SECONDS = 60;

    private final Site site;
    private final URI baseUri;
    private final MoodleVersion version;

    LtiMessages(Site site, URI baseUri, MoodleVersion version) {
        this.site = site;
        this.baseUri = baseUri;
        this.version = version;
    }

    JsonObject launch(Account person, LtiTool tool, URI target, String nonce) {
        long now = site.now();
        return Replies.object()
                .add("nonce", nonce)
                .add("iat", now)
                .add("exp", now + SECONDS)
                .add("iss", baseUri.toString())
                .add("aud", tool.clientId())
                .add(LTI + "deployment_id", String.valueOf(tool.id()))
                .add(LTI + "target_link_uri", target.toString())
                .add("sub", String.valueOf(person.id()))
                .add(
                        LTI + "lis",
                        Replies.object()
                                .add("person_sourcedid", person.idnumber())
                                .add("course_section_sourcedid", ""))
                .add(
                        LTI + "roles",
                        Json.createArrayBuilder().add("http://purl.imsglobal.org/vocab/lis/v2/membership#Learner"))
                .add(
                        LTI + "context",
                        Replies.object()
                                .add("id", String.valueOf(Tables.FRONT_PAGE))
                                .add("label", "stand-in")
                                .add("title", "Moodle-stand-in")
                                .add("type", Json.createArrayBuilder().add("CourseSection")))
                .add(LTI + "message_type", "LtiResourceLinkRequest")
                .add(
                        LTI + "resource_link",
                        Replies.object()
                                .add("title", tool.name())
                                .add("description", "")
                                .add("id", "1"))
                .add("given_name", person.firstname())
                .add("family_name", person.lastname())
                .add("name", person.fullname())
                .add(
                        LTI + "ext",
                        Replies.object().add("user_username", person.username()).add("lms", "moodle-2"))
                .add(
                        LTI + "launch_presentation",
                        Replies.object()
                                .add("locale", "da")
                                .add("document_target", "window")
                                .add("return_url", baseUri + "/mod/lti/return.php?course=1&launch_container=4"))
                .add(
                        LTI + "tool_platform",
                        Replies.object()
                                .add("product_family_code", "moodle")
                                .add("version", version.name())
                                .add("guid", "stand-in")
                                .add("name", "stand-in")
                                .add("description", "Moodle-stand-in"))
                .add(LTI + "version", "1.3.0")
                .build();
    }

    /** The same of somebody who is to choose what a course shall have. */
    JsonObject choosing(JsonObject launch, LtiTool tool) {
        return Json.createObjectBuilder(launch)
                .remove(LTI + "resource_link")
                .add(LTI + "message_type", "LtiDeepLinkingRequest")
                .add(LTI + "launch_presentation", Replies.object().add("locale", "da"))
                .add(
                        "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings",
                        Replies.object()
                                .add("accept_types", Json.createArrayBuilder().add("ltiResourceLink"))
                                .add(
                                        "accept_presentation_document_targets",
                                        Json.createArrayBuilder()
                                                .add("frame")
                                                .add("iframe")
                                                .add("window"))
                                .add("accept_copy_advice", false)
                                .add("accept_multiple", true)
                                .add("accept_unsigned", false)
                                .add("auto_create", false)
                                .add("can_confirm", false)
                                .add(
                                        "deep_link_return_url",
                                        baseUri + "/mod/lti/contentitem_return.php?course=1&id=" + tool.id())
                                .add("title", tool.name())
                                .add("text", ""))
                .build();
    }
}
