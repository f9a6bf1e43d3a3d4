package dk.kvalitetsbro.launcher;

import dk.kvalitetsbro.demo.Size;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What product to run: what was asked for on the command line and by environment.
 *
 * @param port     of the product's pages
 * @param data     folder that keeps everything
 * @param fresh    whether to begin by deleting what the folder keeps
 * @param size     of the demo municipality; the folder's own where absent
 * @param database the PostgreSQL to use instead of an own one
 * @param moodle   the Moodle to use instead of the stand-in
 */
public record Options(
        int port,
        Path data,
        boolean fresh,
        Optional<Size> size,
        Optional<Database> database,
        Optional<MoodleSite> moodle) {
    private static final int DEFAULT_PORT = 8080;

    /** @throws WrongOption if the arguments or the environment can't be followed */
    static Options of(List<String> arguments, Map<String, String> environment) {
        var options = new Options(
                DEFAULT_PORT, UserFolders.data(), false, Optional.empty(), database(environment), moodle(environment));
        for (var words = arguments.iterator(); words.hasNext(); ) {
            options = options.with(words.next(), words);
        }
        if (options.fresh && options.database.isPresent()) {
            throw new WrongOption(
                    "--fresh does not empty the database in DB_URL: empty it yourself, and leave out" + " --fresh.");
        }
        return options;
    }

    private Options with(String option, Iterator<String> rest) {
        return switch (option) {
            case "--port" -> new Options(port(value(option, rest)), data, fresh, size, database, moodle);
            case "--data" -> new Options(port, Path.of(value(option, rest)), fresh, size, database, moodle);
            case "--fresh" -> new Options(port, data, true, size, database, moodle);
            case "--size" -> new Options(port, data, fresh, Optional.of(size(value(option, rest))), database, moodle);
            default -> throw new WrongOption("There is no option " + option + ": see ./start --help.");
        };
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new WrongOption(option + " needs a value: see ./start --help.");
        }
        return rest.next();
    }

    private static int port(String text) {
        if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > 65_535) {
            throw new WrongOption("--port needs a number from 1 to 65535, not " + text + ".");
        }
        return Integer.parseInt(text);
    }

    private static Size size(String text) {
        try {
            return Size.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new WrongOption("--size is billund, aalborg, copenhagen or denmark, not " + text + ".");
        }
    }

    private static Optional<Database> database(Map<String, String> environment) {
        return variable(environment, "DB_URL")
                .map(url -> new Database(
                        url,
                        variable(environment, "DB_USER").orElse(""),
                        variable(environment, "DB_PASSWORD").orElse("")));
    }

    private static Optional<MoodleSite> moodle(Map<String, String> environment) {
        return variable(environment, "MOODLE_URL")
                .map(url -> new MoodleSite(
                        address(url),
                        variable(environment, "MOODLE_TOKEN")
                                .map(Options::token)
                                .orElseThrow(() -> new WrongOption("MOODLE_URL is set, but MOODLE_TOKEN is not."))));
    }

    /** Never says the token. */
    private static String token(String text) {
        if (!text.matches("[A-Za-z0-9_-]+")) {
            throw new WrongOption("MOODLE_TOKEN must be a token as Moodle shows it, of letters and digits only: copy it"
                    + " again, without spaces or quotation marks.");
        }
        return text;
    }

    private static URI address(String url) {
        try {
            var address = new URI(url);
            boolean bare = address.getRawQuery() == null
                    && address.getRawFragment() == null
                    && address.getRawUserInfo() == null;
            if (url.matches("https?://.*") && address.getHost() != null && bare) {
                return address;
            }
        } catch (URISyntaxException notEvenAnAddress) {
            // Told below.
        }
        throw new WrongOption(
                "MOODLE_URL must be the address of Moodle's front page, such as https://moodle.example.dk, without anything"
                        + " after it, not " + url + ".");
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
