package dk.kvalitetsbro.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What goes over the wire byte by byte, for requests that no client would write. */
public final class RawRequest {
    private final int port;
    private final StringBuilder text;

    private RawRequest(int port, String firstLine) {
        this.port = port;
        this.text = new StringBuilder(firstLine).append("\r\n");
    }

    /** @param line such as {@code GET /app/ HTTP/1.1} */
    public static RawRequest to(URL application, String line) {
        return to(application.getPort(), line);
    }

    public static RawRequest to(int port, String line) {
        return bare(port, line)
                .header("Host", "127.0.0.1:" + port)
                .header("Origin", "http://127.0.0.1:" + port)
                .header("Connection", "close");
    }

    /** Without any header yet. */
    public static RawRequest bare(int port, String line) {
        return new RawRequest(port, line);
    }

    public RawRequest header(String name, String value) {
        text.append(name).append(": ").append(value).append("\r\n");
        return this;
    }

    /** @return everything that comes back: as much as the answer says, or until the server closes the connection */
    public Answer send(String body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write((text + "\r\n" + body).getBytes(StandardCharsets.ISO_8859_1));
            return Answer.read(socket);
        }
    }

    /** What came back, headers and all. */
    public record Answer(String head, String body) {
        private static final String END = "\r\n\r\n";

        static Answer read(Socket socket) throws IOException {
            var all = new ByteArrayOutputStream();
            byte[] some = new byte[1 << 13];
            try {
                for (int came = 0; came >= 0 && !isWhole(all.toString(StandardCharsets.ISO_8859_1)); ) {
                    came = socket.getInputStream().read(some);
                    all.write(some, 0, Math.max(came, 0));
                }
            } catch (SocketException closedWhileWeWereSending) {
                // What came before counts.
            }
            return of(all.toString(StandardCharsets.UTF_8));
        }

        private static boolean isWhole(String text) {
            Answer answer = of(text);
            return text.contains(END)
                    && answer.header("Content-Length")
                            .map(length -> answer.body().length() >= Integer.parseInt(length))
                            .orElse(false);
        }

        private static Answer of(String text) {
            String[] parts = text.split(END, 2);
            return new Answer(parts[0], parts.length > 1 ? parts[1] : "");
        }

        public int status() {
            return Integer.parseInt(head.split(" ", 3)[1]);
        }

        public Optional<String> header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return Stream.of(head.split("\r\n"))
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .findFirst();
        }
    }
}
