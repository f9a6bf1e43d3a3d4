package dk.kvalitetsbro.launcher;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the built product lies: in the checkout that this very code was built in. */
final class Checkout {
    private Checkout() {}

    static Path war() {
        return built("connector/target/kvalitetsbro.war");
    }

    static Path payaraMicro() {
        return built("src/launcher/target/payara/payara-micro.jar");
    }

    /** The folder or jar with this module's classes. */
    static Path launcherClasses() {
        try {
            return Path.of(Checkout.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path built(String path) {
        for (var folder = launcherClasses(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(path))) {
                return folder.resolve(path);
            }
        }
        throw new CannotStart(path + " is not built: run ./mvnw package -DskipTests, or ./start, which does.");
    }
}
