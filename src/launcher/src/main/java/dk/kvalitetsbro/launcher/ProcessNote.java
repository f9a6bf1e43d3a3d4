package dk.kvalitetsbro.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A file that tells which process works on a folder, to one that comes after. It tells the process from a later one
 * with the same number by the moment it started.
 */
record ProcessNote(Path folder) {
    void write(ProcessHandle process) throws IOException {
        Files.writeString(file(), line(process));
    }

    /** The noted process, if it still runs. */
    Optional<ProcessHandle> running() {
        try {
            if (!Files.exists(file())) {
                return Optional.empty();
            }
            var noted = Files.readString(file());
            return ProcessHandle.allProcesses()
                    .filter(process -> line(process).equals(noted))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(ProcessHandle process) {
        var started = process.info().startInstant().map(Instant::toString).orElse("");
        return process.pid() + " " + started + "\n";
    }

    private Path file() {
        return folder.resolve("process");
    }
}
