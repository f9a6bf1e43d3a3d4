package dk.kvalitetsbro.oidc;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What the page for signing in says of the municipality's own sign-in. */
@Named("oidc")
@RequestScoped
public class SignInButton {
    private final OidcSettings settings;

    @Inject
    SignInButton(OidcSettings settings) {
        this.settings = settings;
    }

    public boolean isOffered() {
        return settings.provided().isPresent();
    }

    public String getName() {
        return settings.provided().map(OidcSettings.Provided::name).orElse("");
    }
}
