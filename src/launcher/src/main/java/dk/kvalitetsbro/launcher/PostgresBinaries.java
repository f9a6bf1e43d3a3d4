package dk.kvalitetsbro.launcher;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.io.file.PathUtils;

/**
 * PostgreSQL's programs, unpacked once per version into the user's cache from the archive on the class path
 * (io.zonky.test.postgres; the pom takes the one for this platform).
 */
record PostgresBinaries(Path folder) {
    private static final Set<PosixFilePermission> RUNNABLE = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");

    static PostgresBinaries unpacked() {
        try {
            var cache = UserFolders.cache();
            if (!Files.exists(cache)) {
                Files.createDirectories(cache);
                Files.setPosixFilePermissions(cache, RUNNABLE);
            }
            var folder = cache.resolve("postgresql-" + version());
            if (!Files.exists(folder)) {
                unpackTo(folder);
            }
            return new PostgresBinaries(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    /** Unpacks beside the folder and renames, so that the folder is there whole or not at all. */
    private static void unpackTo(Path folder) throws IOException {
        var unfinished = Files.createTempDirectory(folder.getParent(), folder.getFileName() + ".new");
        try (var archive = open()) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                unpack(entry, archive, unfinished);
            }
        }
        makeReachable(unfinished);
        try {
            Files.move(unfinished, folder, ATOMIC_MOVE);
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException unpackedMeanwhileByAnotherProcess) {
            PathUtils.deleteDirectory(unfinished);
        }
    }

    private static TarArchiveInputStream open() throws IOException {
        var name = archiveName();
        var archive = PostgresBinaries.class.getResourceAsStream("/" + name);
        if (archive == null) {
            throw new CannotStart("There is no PostgreSQL for this platform (" + name + "): set DB_URL to use one that"
                    + " is installed.");
        }
        return new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)));
    }

    private static String archiveName() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        var arch = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return "postgres-" + os + "-" + arch + ".txz";
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path into) throws IOException {
        var target = entry.resolveIn(into);
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
        }
    }

    /** Whatever this process' umask: the user who runs PostgreSQL may be another one. */
    private static void makeReachable(Path unpacked) throws IOException {
        try (var files = Files.walk(unpacked)) {
            for (var file : files.filter(f -> !Files.isSymbolicLink(f)).toList()) {
                var runnable = Files.isDirectory(file) || file.startsWith(unpacked.resolve("bin"));
                Files.setPosixFilePermissions(file, runnable ? RUNNABLE : READABLE);
            }
        }
    }

    private static String version() throws IOException {
        var properties = new Properties();
        try (var in = Objects.requireNonNull(
                PostgresBinaries.class.getResourceAsStream("postgres.properties"), "postgres.properties")) {
            properties.load(in);
        }
        return properties.getProperty("version", "");
    }
}
