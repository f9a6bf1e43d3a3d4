package dk.kvalitetsbro.lti;

/**
 * Somebody comes from a platform that vouches for them.
 *
 * @param messageType what they come for, by the standard's name
 * @param target      the address wanted, as the platform says it
 */
record Launch(Platform platform, String deployment, String messageType, String target, Claims claims) {}
