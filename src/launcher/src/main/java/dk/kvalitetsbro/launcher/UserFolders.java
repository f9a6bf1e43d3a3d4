package dk.kvalitetsbro.launcher;

import java.nio.file.Path;
import java.util.Optional;

/** Where this user's programs keep their data and their caches, by the custom of the operating system. */
final class UserFolders {
    private static final String PRODUCT = "kvalitetsbro";
    private static final Path HOME =
            Path.of(Optional.ofNullable(System.getenv("HOME")).orElse(System.getProperty("user.home")));

    private UserFolders() {}

    static Path data() {
        return of("XDG_DATA_HOME", Path.of("/var/lib"), ".local/share", "Library/Application Support");
    }

    static Path cache() {
        return of("XDG_CACHE_HOME", Path.of("/var/cache"), ".cache", "Library/Caches");
    }

    /** Root's own home is closed to the user who runs PostgreSQL for root, so root has system folders. */
    private static Path of(String variable, Path forRoot, String underHome, String underHomeOnMac) {
        if (System.getProperty("user.name").equals("root")) {
            return forRoot.resolve(PRODUCT);
        }
        return Optional.ofNullable(System.getenv(variable))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .orElse(HOME.resolve(System.getProperty("os.name").startsWith("Mac") ? underHomeOnMac : underHome))
                .resolve(PRODUCT);
    }
}
