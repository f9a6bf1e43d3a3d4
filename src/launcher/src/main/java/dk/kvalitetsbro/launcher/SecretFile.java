package dk.kvalitetsbro.launcher;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A secret that is made once and kept in a file only its owner can read. */
record SecretFile(Path path) {
    private static final int BYTES = 24;

    /** The secret, made now if there is none. A start cut short never leaves half a secret. */
    String readOrCreate() {
        try {
            if (!Files.exists(path)) {
                create();
            }
            return Files.readString(path).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void create() throws IOException {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var unfinished = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, ownerOnly);
        Files.writeString(unfinished, HexFormat.of().formatHex(bytes) + "\n");
        Files.move(unfinished, path, ATOMIC_MOVE);
    }
}
