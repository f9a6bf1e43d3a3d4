package dk.kvalitetsbro.moodle.client;

import java.util.Locale;
import java.util.ResourceBundle;

/** What keeps a token from a call, seen from the administrator who can remove it. */
public enum Obstacle {
    /** HTTP 403: web services or the REST protocol are off, or something in front of Moodle says no. */
    WEB_SERVICES_OFF(true),
    /** Nothing that answers like Moodle lives at the address, or it sends callers on to another one. */
    WRONG_ADDRESS(true),
    /** {@code invalidtoken}: the token is not known to the site. */
    TOKEN_UNKNOWN(true),
    /**
     * {@code accessexception}: Moodle has one text for a function outside the service, a token that has expired or is
     * bound to another network address, a service that is off, an account that is not on the service's list, and a
     * missing {@code webservice/rest:use}.
     */
    ACCESS_DENIED(true),
    /** {@code wsaccessuser...}: the token's account is suspended, deleted or may not sign in. */
    ACCOUNT_BARRED(true),
    /** The token's account lacks a capability here, or can't see the course. */
    CAPABILITY_MISSING(false),
    /** {@code wsusercannotassign}: the account's role may not hand out the role asked for. */
    ROLE_NOT_ASSIGNABLE(false),
    /**
     * The course has separate groups and the account may not see all of them: Moodle leaves people out of every list
     * without a word, so nobody can tell who is enrolled already.
     */
    GROUPS_HIDDEN(false),
    /** The call needs the plugin {@code local_kvalitetsbro}, which the site or the token's service lacks. */
    PLUGIN_MISSING(true);

    private final boolean siteWide;

    Obstacle(boolean siteWide) {
        this.siteWide = siteWide;
    }

    /** Whether every call of the kind will meet it, whatever course or person it is about. */
    public boolean siteWide() {
        return siteWide;
    }

    /** What an administrator does about it, in one plain sentence; Danish and English exist. */
    public String remedy(Locale locale) {
        return ResourceBundle.getBundle(
                        "dk.kvalitetsbro.moodle.client.Remedies",
                        locale,
                        Obstacle.class.getClassLoader(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(name());
    }
}
