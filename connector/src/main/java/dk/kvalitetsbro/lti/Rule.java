package dk.kvalitetsbro.lti;

/**
 * What a launch has to keep to. A broken one is refused, and its name stands in the audit log;
 * docs/reference/lti.md explains each.
 */
enum Rule {
    /** The login is begun with all that is needed, each once and of a sensible length. */
    LOGIN_FIELDS(400, Telling.BROKEN),
    /** The platform is registered here under the client id that it names. */
    PLATFORM(403, Telling.CLOSED),
    /** An issuer of several platforms says which client id it means. */
    CLIENT_ID(400, Telling.BROKEN),
    /** The platform is active here. */
    PLATFORM_ACTIVE(403, Telling.CLOSED),
    /** One answer comes: one token and one state. */
    ONE_ANSWER(400, Telling.BROKEN),
    /** The platform answers with a token and not with an error. */
    PLATFORM_AGREES(403, Telling.DECLINED),
    TOKEN_SIZE(413, Telling.BROKEN),
    /** The browser brings what the login left in it. */
    BROWSER(401, Telling.COOKIE),
    /** The state was given out here, for this browser, and not long ago. */
    STATE(401, Telling.LATE),
    /** A login is answered once. */
    ONCE(401, Telling.USED),
    /** The token has three parts, of which the first two are JSON. */
    TOKEN_FORM(400, Telling.BROKEN),
    /** RS256, whatever the token would like. */
    ALGORITHM(401, Telling.UNTRUSTED),
    /** The token's header asks for nothing that is not understood here. */
    HEADER(401, Telling.UNTRUSTED),
    /** The token names its key. */
    KEY_ID(401, Telling.UNTRUSTED),
    /** The platform has that key. */
    KEY(401, Telling.UNTRUSTED),
    SIGNATURE(401, Telling.UNTRUSTED),
    /** Each claim is of the kind that the standard says. */
    CLAIM_FORM(400, Telling.BROKEN),
    ISSUER(401, Telling.UNTRUSTED),
    AUDIENCE(401, Telling.UNTRUSTED),
    AUTHORISED_PARTY(401, Telling.UNTRUSTED),
    /** The token says when it ends, and has not ended. */
    EXPIRY(401, Telling.LATE),
    /** The token says when it was made: lately, and not in the future. */
    ISSUED(401, Telling.LATE),
    /** If it says when it begins, it has begun. */
    NOT_BEFORE(401, Telling.LATE),
    /** The token answers what was asked here, in this very login. */
    NONCE(401, Telling.LATE),
    VERSION(400, Telling.BROKEN),
    MESSAGE_TYPE(400, Telling.BROKEN),
    DEPLOYMENT(403, Telling.CLOSED),
    /** The platform says who it is about. */
    SUBJECT(400, Telling.BROKEN),
    /** The roles are told, as the standard says, though nothing follows from them here. */
    ROLES(400, Telling.BROKEN),
    /** A link says which one it is. */
    RESOURCE_LINK(400, Telling.BROKEN),
    /** Whoever is to choose what stands in a course may choose a link. */
    PLACEABLE(400, Telling.BROKEN),
    /** What is chosen goes back to the platform itself. */
    RETURN_ADDRESS(400, Telling.BROKEN),
    /** The page wanted is one of this product. */
    TARGET(400, Telling.PAGE),
    /** The platform tells the key that people are known by here. */
    PERSON_KEY(403, Telling.NO_KEY),
    /** Somebody of that key has something to do here today. */
    PERSON(403, Telling.STRANGER),
    /** The account comes as the same person as always, whatever number is written in it today. */
    SAME_PERSON(403, Telling.OTHER_PERSON),
    /** The person comes with the same account as always. */
    SAME_ACCOUNT(403, Telling.OTHER_ACCOUNT);

    /** Which sentences the person reads. */
    enum Telling {
        BROKEN,
        LATE,
        USED,
        COOKIE,
        UNTRUSTED,
        CLOSED,
        DECLINED,
        PAGE,
        NO_KEY,
        STRANGER,
        OTHER_PERSON,
        OTHER_ACCOUNT
    }

    private final int status;
    private final Telling telling;

    Rule(int status, Telling telling) {
        this.status = status;
        this.telling = telling;
    }

    int status() {
        return status;
    }

    Telling telling() {
        return telling;
    }
}
