package dk.kvalitetsbro.moodle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How to reach the municipality's Moodle, from the configuration. The token is given to nobody but the client. */
@ApplicationScoped
class MoodleSettings {
    private final Optional<String> url;
    private final Optional<String> token;
    private final Optional<String> publicUrl;
    private final long studentRole;
    private final String hoursField;
    private final String formatField;

    @Inject
    MoodleSettings(
            @ConfigProperty(name = "moodle.url") Optional<String> url,
            @ConfigProperty(name = "moodle.token") Optional<String> token,
            @ConfigProperty(name = "moodle.public.url") Optional<String> publicUrl,
            @ConfigProperty(name = "moodle.roleid.student") long studentRole,
            @ConfigProperty(name = "moodle.field.hours") String hoursField,
            @ConfigProperty(name = "moodle.field.format") String formatField) {
        this.url = url.map(MoodleSettings::withoutSlash);
        this.token = token;
        this.publicUrl = publicUrl.map(MoodleSettings::withoutSlash);
        this.studentRole = studentRole;
        this.hoursField = hoursField;
        this.formatField = formatField;
    }

    private static String withoutSlash(String url) {
        return url.strip().replaceFirst("/+$", "");
    }

    /** @return where the web services are, if the configuration says so and it is an address */
    public Optional<URI> site() {
        return address().map(URI::create);
    }

    /** @return where the web services are, as the configuration has it */
    public Optional<String> address() {
        return url.filter(text -> !text.isEmpty());
    }

    /** @param address as Moodle has it of itself, with or without a slash at the end */
    public boolean isSite(String address) {
        return url.map(withoutSlash(address)::equals).orElse(false);
    }

    /** @return the address as the configuration has it, without a slash at the end; empty when it has none */
    public String url() {
        return url.orElse("");
    }

    public Optional<String> token() {
        return token;
    }

    /** @return where people's browsers find Moodle, without a slash at the end; empty when nobody said */
    public String publicUrl() {
        return publicUrl.or(() -> url).orElse("");
    }

    public long studentRole() {
        return studentRole;
    }

    /** @return the short name of the course field that holds the hours a course takes */
    public String hoursField() {
        return hoursField;
    }

    /** @return the short name of the course field that says how a course is held */
    public String formatField() {
        return formatField;
    }
}
