package dk.kvalitetsbro.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that starts something and then only waits: for tests to kill. */
final class ForsakenProcess {
    private static final String STARTED = "started";

    private ForsakenProcess() {}

    /** Runs a class whose main method calls {@link #tellAndWait}, and returns when it does. */
    static Process start(Class<?> program, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var line = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (!STARTED.equals(line)) {
            throw new IOException("the process said: " + line);
        }
        return process;
    }

    static void tellAndWait() throws InterruptedException {
        System.out.println(STARTED);
        Thread.currentThread().join();
    }
}
