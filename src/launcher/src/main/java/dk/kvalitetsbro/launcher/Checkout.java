package dk.kvalitetsbro.launcher;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the built product lies: in the checkout that this very code was built in. */
public final class Checkout {
    private Checkout() {}

    /** @throws CannotStart if this code was taken away from its checkout */
    public static Path folder() {
        return above("start").orElseThrow(() -> new CannotStart("There is no checkout around " + launcherClasses()));
    }

    /** The connector, packaged. */
    public static Path war() {
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
        return above(path)
                .map(checkout -> checkout.resolve(path))
                .orElseThrow(() -> new CannotStart(
                        path + " is not built: run ./mvnw package -DskipTests, or ./start, which does."));
    }

    /** The nearest folder around this code with such a file in it. */
    private static Optional<Path> above(String path) {
        return Stream.iterate(launcherClasses(), Objects::nonNull, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve(path)))
                .findFirst();
    }
}
