package dk.kvalitetsbro.moodle.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program of its own, compiled against the built jar and run with it, the client's own dependencies and an
 * implementation of JSON, under a heap of 64 MB.
 */
class ConsumerIT {
    private static final int ROWS = 500_000;
    private static final String ROW =
            "{\"id\":1,\"fullname\":\"Maja Lund\",\"profileimageurl\":\"https://moodle.example.dk/theme/image.php/u/f1\"}";

    @Test
    void a_plain_main_compiles_runs_and_streams_fifty_megabytes_in_a_heap_of_sixty_four(@TempDir Path folder)
            throws Exception {
        var jar = System.getProperty("client.jar");
        assertEquals(
                0,
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-cp", jar, "-d", folder.toString(), "src/test/consumer/Main.java"));

        var large = largeList();
        try (var site = new TestSite(2, 1)) {
            var program = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-cp",
                            classPath(jar, folder),
                            "Main",
                            site.moodle.baseUri().toString(),
                            TestSite.TOKEN,
                            "http://127.0.0.1:" + large.getAddress().getPort())
                    .redirectErrorStream(true)
                    .start();
            var output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertEquals(
                    List.of("done", "done", "refused invalidrecordunknown", "refused", Integer.toString(ROWS)),
                    output.lines().toList());
            assertEquals(0, program.waitFor(), "the program ends by itself");
        } finally {
            large.stop(0);
        }
    }

    private static HttpServer largeList() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/webservice/rest/server.php", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                write(body);
            }
        });
        server.start();
        return server;
    }

    private static void write(OutputStream body) throws IOException {
        var hundred = (ROW + ",").repeat(99).getBytes(StandardCharsets.UTF_8);
        body.write('[');
        for (int i = 0; i < ROWS / 100; i++) {
            body.write(i == 0 ? new byte[0] : new byte[] {','});
            body.write(hundred);
            body.write(ROW.getBytes(StandardCharsets.UTF_8));
        }
        body.write(']');
    }

    /** No test classes, and nothing that the client does not need. */
    private static String classPath(String jar, Path folder) {
        var needed = List.of("okhttp", "okio", "kotlin", "jakarta.json", "yasson", "parsson");
        var libraries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> needed.stream()
                        .anyMatch(
                                name -> Path.of(entry).getFileName().toString().startsWith(name)));
        return Stream.concat(Stream.of(jar, folder.toString()), libraries)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
