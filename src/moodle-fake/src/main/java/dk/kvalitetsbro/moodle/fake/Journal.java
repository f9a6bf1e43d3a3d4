package dk.kvalitetsbro.moodle.fake;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;

/**
 * The state's file: one line of JSON for each write, on disk before anybody hears that the write succeeded. A line that a
 * crash left unfinished was never answered, so it is dropped.
 */
final class Journal implements AutoCloseable {
    private static final String FILE = "moodle.jsonl";
    private static final int CHANGES_PER_LINE = 1_000;

    private final Path file;
    private final FileChannel lock;
    private FileChannel channel;

    private Journal(Path file, FileChannel lock, FileChannel channel) {
        this.file = file;
        this.lock = lock;
        this.channel = channel;
    }

    /** Opens the folder's journal, made where there is none, and keeps other processes out of it until it is closed. */
    static Journal open(Path folder) {
        try {
            Files.createDirectories(folder);
            var file = folder.resolve(FILE);
            return new Journal(file, lock(folder), appending(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The stand-in can't keep its state in " + folder, e);
        }
    }

    /** Tells every change of every finished line, oldest first. */
    void replay(Consumer<JsonObject> each) {
        try {
            var bytes = Files.readAllBytes(file);
            new String(bytes, 0, endOfLastLine(bytes), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> ChangeJson.changes(line).forEach(each));
        } catch (IOException e) {
            throw new UncheckedIOException("The stand-in can't read " + file, e);
        }
    }

    /** Replaces what led to the state by the state itself. A crash leaves either the old file or the new one. */
    void compact(List<Change> state) {
        var fresh = file.resolveSibling(FILE + ".new");
        try {
            try (var writer = Files.newBufferedWriter(fresh)) {
                for (int start = 0; start < state.size(); start += CHANGES_PER_LINE) {
                    int end = Math.min(start + CHANGES_PER_LINE, state.size());
                    writer.write(ChangeJson.line(state.subList(start, end)) + "\n");
                }
            }
            channel.close();
            channel = appending(fresh);
            channel.force(true);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The stand-in can't rewrite " + file, e);
        }
    }

    /** Returns once the changes are on disk; leaves nothing of them there when it throws. */
    void append(List<? extends Change> changes) {
        var line = ByteBuffer.wrap((ChangeJson.line(changes) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            long end = channel.size();
            try {
                while (line.hasRemaining()) {
                    channel.write(line);
                }
                channel.force(false);
            } catch (IOException e) {
                channel.truncate(end);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The stand-in can't write " + file, e);
        }
    }

    @Override
    public void close() {
        try (lock) {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The stand-in can't close " + file, e);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        var channel =
                FileChannel.open(folder.resolve("moodle.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // held by this very process: as taken as by another one
        }
        channel.close();
        throw new IllegalStateException("Another stand-in is running on " + folder);
    }

    private static FileChannel appending(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static int endOfLastLine(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }
}
