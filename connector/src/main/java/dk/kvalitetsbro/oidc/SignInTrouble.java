package dk.kvalitetsbro.oidc;

/** Why somebody is not signed in. Its name stands in the audit log and chooses what the person is told. */
enum SignInTrouble {
    /** No sign-in of this browser waits for this answer: too late, used already, or begun elsewhere. */
    NOT_BEGUN_HERE(400),
    /** The answer says that it comes from somebody else than who was asked. */
    OTHER_ISSUER(400),
    /** The person gave up, or is not allowed there. */
    TURNED_AWAY(403),
    /** The provider says that something is wrong. */
    PROVIDER_FAILED(502),
    /** The provider can't be reached, takes too long or answers what can't be read. */
    UNREACHABLE(503),
    /** The provider doesn't know this product, or its password has changed. */
    NOT_KNOWN_THERE(503),
    /** The code of the answer is not taken: too old, or used. */
    CODE_REFUSED(400),
    /** The token does not prove who the person is. */
    UNTRUSTED_TOKEN(403),
    /** The token does not tell the person's key. */
    NO_PERSON_KEY(403),
    /** Nobody of that key has anything to do here today. */
    UNKNOWN_PERSON(403);

    private final int status;

    SignInTrouble(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }
}
