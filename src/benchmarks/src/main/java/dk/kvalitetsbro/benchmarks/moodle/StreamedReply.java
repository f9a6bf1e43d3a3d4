package dk.kvalitetsbro.benchmarks.moodle;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import dk.kvalitetsbro.benchmarks.Figure;
import dk.kvalitetsbro.benchmarks.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** A reply of 50 MB, taken in row by row by a program of its own that has a heap of 64 MB. */
final class StreamedReply {
    private static final int ROWS = 500_000;
    private static final String ROW =
            "{\"id\":1,\"fullname\":\"Maja Lund\",\"profileimageurl\":\"https://moodle.example.dk/theme/image.php/u/f1\"}";

    private StreamedReply() {}

    /** @return the most that the program's heap held at a time */
    static Figure measure() throws IOException, InterruptedException {
        Progress.tell("Reading 50 MB row by row");
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
        try {
            return new Figure("moodle.stream_heap_mb", read(server.getAddress().getPort()), "MB");
        } finally {
            server.stop(0);
        }
    }

    private static double read(int port) throws IOException, InterruptedException {
        var program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StreamReader.class.getName(),
                        "http://127.0.0.1:" + port)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var words = new String(program.getInputStream().readAllBytes(), UTF_8)
                .strip()
                .split(" ");
        if (program.waitFor() != 0 || Integer.parseInt(words[0]) != ROWS) {
            throw new IllegalStateException("the reader ended with " + String.join(" ", words));
        }
        return Double.parseDouble(words[1]);
    }

    private static void write(OutputStream body) throws IOException {
        var row = (ROW + ",").getBytes(UTF_8);
        body.write('[');
        for (int i = 1; i < ROWS; i++) {
            body.write(row);
        }
        body.write(ROW.getBytes(UTF_8));
        body.write(']');
    }
}
