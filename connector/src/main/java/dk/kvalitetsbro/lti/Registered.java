package dk.kvalitetsbro.lti;

import jakarta.json.JsonObject;

/** What a platform answered to a registration: what it calls the tool, and the tool's first deployment there. */
record Registered(String clientId, String deployment) {
    private static final int LONGEST = 255;

    static Registered read(String text) throws NotUsable {
        JsonObject json = Told.object(text);
        if (!(json.get(ToolDescription.LTI) instanceof JsonObject lti)) {
            throw new NotUsable("NO_CONFIGURATION");
        }
        Registered registered = new Registered(Told.text(json, "client_id"), Told.text(lti, "deployment_id"));
        if (!isId(registered.clientId)) {
            throw new NotUsable("NO_CLIENT");
        }
        if (!isId(registered.deployment)) {
            throw new NotUsable("NO_DEPLOYMENT");
        }
        return registered;
    }

    private static boolean isId(String text) {
        return !text.isEmpty() && text.length() <= LONGEST && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
