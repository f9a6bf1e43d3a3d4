/**
 * Signing in with the municipality's own sign-in by OpenID Connect: authorization code with PKCE. Start at
 * {@link dk.kvalitetsbro.oidc.ProviderSignIn}. Who somebody is there is told by one claim, which holds the person's key.
 */
@NullMarked
package dk.kvalitetsbro.oidc;

import org.jspecify.annotations.NullMarked;
