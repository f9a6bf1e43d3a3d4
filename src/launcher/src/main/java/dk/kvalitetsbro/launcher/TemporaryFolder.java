package dk.kvalitetsbro.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.io.file.PathUtils;

/**
 * A new folder that is deleted on close. Others may pass through it, unlike through Java's own temporary folders: the
 * user who runs PostgreSQL for root must reach the folder within.
 */
public record TemporaryFolder(Path path) implements AutoCloseable {
    public static TemporaryFolder create() {
        try {
            var folder = Files.createTempDirectory("kvalitetsbro-");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            return new TemporaryFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            PathUtils.deleteDirectory(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
