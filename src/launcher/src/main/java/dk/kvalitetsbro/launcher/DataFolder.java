package dk.kvalitetsbro.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.file.PathUtils;

/** The folder that one running product keeps its data in. Nobody else's files in it are ever touched. */
final class DataFolder implements AutoCloseable {
    private static final List<String> OURS =
            List.of("moodle", "moodle-token", "moodle-events-secret", "payara", "log", "size", "seeded");

    private final Path path;
    private final FolderLock lock;

    private DataFolder(Path path, FolderLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes a folder, which is made if need be.
     *
     * @throws CannotStart if it can't be made, or another running product has it
     */
    static DataFolder open(Path folder) {
        var path = folder.toAbsolutePath().normalize();
        try {
            if (!Files.exists(path)) {
                Files.createDirectories(path);
                // Others may pass through: the user who runs PostgreSQL for root must reach its folder within.
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
            }
            return new DataFolder(path, FolderLock.take(path));
        } catch (IOException e) {
            throw new CannotStart("The folder " + path + " can't be used: choose another one with --data.", e);
        }
    }

    /** Deletes what earlier starts left, and nothing else. */
    void empty() {
        EmbeddedPostgres.delete(postgres());
        try {
            for (var name : OURS) {
                var file = path.resolve(name);
                if (Files.exists(file)) {
                    PathUtils.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    Path moodle() {
        return privateFolder("moodle");
    }

    Path payara() {
        return path.resolve("payara");
    }

    Path payaraLog() {
        return privateFolder("log").resolve("payara.log");
    }

    String moodleToken() {
        return new SecretFile(path.resolve("moodle-token")).readOrCreate();
    }

    String moodleEventsSecret() {
        return new SecretFile(path.resolve("moodle-events-secret")).readOrCreate();
    }

    /** Stays when the folder is emptied: what it signed may stand in a database of somebody else's. */
    String auditKey() {
        return new SecretFile(path.resolve("audit-key")).readOrCreate();
    }

    /** A word that an earlier start noted, for example the size of the municipality. */
    Optional<String> note(String name) {
        var file = path.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void note(String name, String word) {
        try {
            Files.writeString(path.resolve(name), word + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path privateFolder(String name) {
        var folder = path.resolve(name);
        try {
            if (!Files.exists(folder)) {
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }

    @Override
    public void close() {
        lock.close();
    }
}
