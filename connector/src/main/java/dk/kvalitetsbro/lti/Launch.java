package dk.kvalitetsbro.lti;

/**
 * Somebody comes from a platform that vouches for them.
 *
 * @param subject     what the platform calls the account
 * @param messageType what they come for, by the standard's name
 * @param target      the address wanted, as the platform says it
 */
record Launch(Platform platform, String deployment, String subject, String messageType, String target, Claims claims) {}
