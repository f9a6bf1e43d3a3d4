package dk.kvalitetsbro.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads the value of a key from the file that the environment variable of its name with {@code _FILE} names, as containers
 * are handed their secrets: {@code DB_PASSWORD_FILE} for {@code db.password}. It counts before the variable itself.
 */
public class SecretFiles implements ConfigSource {
    private static final String ENDING = "_FILE";

    /** Environment variables have 300, system properties 400. */
    private static final int ORDINAL = 350;

    private final Map<String, String> environment;

    public SecretFiles() {
        this(System.getenv());
    }

    SecretFiles(Map<String, String> environment) {
        this.environment = environment;
    }

    /** @throws IllegalStateException if there is no such file to read; the product then does not start */
    @Override
    public @Nullable String getValue(String key) {
        String variable = key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + ENDING;
        String file = environment.get(variable);
        return file == null || file.isBlank() ? null : content(variable, file);
    }

    /** Without the end of the line that editors add. */
    private static String content(String variable, String file) {
        try {
            return Files.readString(Path.of(file)).replaceFirst("\\R\\z", "");
        } catch (IOException e) {
            throw new IllegalStateException(
                    variable + " names the file " + file + ", which can't be read: put the secret there, and let the"
                            + " server's user read it.",
                    e);
        }
    }

    @Override
    public Set<String> getPropertyNames() {
        return environment.keySet().stream()
                .filter(variable -> variable.endsWith(ENDING))
                .map(variable -> variable.substring(0, variable.length() - ENDING.length()))
                .map(variable -> variable.toLowerCase(Locale.ROOT).replace('_', '.'))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }

    @Override
    public String getName() {
        return "files named by environment variables";
    }
}
