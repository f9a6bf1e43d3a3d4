package dk.kvalitetsbro.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process that starts a PostgreSQL and then only waits: for tests to kill. */
final class ForsakenPostgres {
    private ForsakenPostgres() {}

    /** Returns when the centre is committed. */
    static Process startAndWrite(Path folder, String centre) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ForsakenPostgres.class.getName(),
                        folder.toString(),
                        centre)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var line = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (!"written".equals(line)) {
            throw new IOException("the process said: " + line);
        }
        return process;
    }

    public static void main(String[] arguments) throws Exception {
        EmbeddedPostgresTest.write(EmbeddedPostgres.start(Path.of(arguments[0])), arguments[1]);
        System.out.println("written");
        Thread.currentThread().join();
    }
}
