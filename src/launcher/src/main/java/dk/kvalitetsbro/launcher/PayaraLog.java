package dk.kvalitetsbro.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Payara has printed, read for what a person wants to know when it did not work out. */
record PayaraLog(Path file) {
    private static final Pattern READY = Pattern.compile("Payara Micro .*ready in ");
    private static final String CAUSE = "Caused by: ";
    private static final String SEVERE = "SEVERE";

    /** Payara says so after a failed deployment too. */
    boolean saysReady() {
        return lines().stream().anyMatch(line -> READY.matcher(line).find());
    }

    CannotStart failure(String what) {
        return new CannotStart(
                "The connector " + what + reason().map(reason -> ": " + reason).orElse("") + " (see " + file + ").");
    }

    /** The innermost cause of the first failure; later ones tend to follow from it. */
    Optional<String> reason() {
        var lines = lines();
        var firstCause = indexOf(lines, CAUSE, 0);
        if (firstCause < 0) {
            return lines.stream().filter(line -> line.contains(SEVERE)).findFirst();
        }
        var innermost = firstCause;
        for (var i = firstCause; i < lines.size() && belongsToTrace(lines.get(i)); i++) {
            innermost = lines.get(i).startsWith(CAUSE) ? i : innermost;
        }
        return Optional.of(lines.get(innermost).substring(CAUSE.length()));
    }

    private static int indexOf(List<String> lines, String start, int from) {
        for (var i = from; i < lines.size(); i++) {
            if (lines.get(i).startsWith(start)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean belongsToTrace(String line) {
        return line.startsWith(CAUSE) || line.startsWith("\t");
    }

    private List<String> lines() {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
