package dk.kvalitetsbro.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Payara Micro, with an application of one page in the connector's place. */
class PayaraIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void the_application_answers_until_payara_is_closed_and_nobody_else_can_reach_it() throws Exception {
        var settings = settings("WEB-INF/beans.xml", "<beans/>");
        try (var payara = Payara.start(settings)) {
            payara.awaitReady();
            assertEquals(HttpClient.Version.HTTP_1_1, spokenTo(settings.port()), "its HTTP/2 locks up under load");
            new Socket(InetAddress.getLoopbackAddress(), settings.port()).close();
            for (var address : otherAddresses()) {
                assertThrows(IOException.class, () -> new Socket(address, settings.port()).close(), address.toString());
            }
        }
        FreePort.require(settings.port());
    }

    @Test
    void a_failed_deployment_is_told_with_its_reason() throws Exception {
        try (var payara = Payara.start(settings("WEB-INF/web.xml", "<web-app><servlet></web-app>"))) {
            var failure = assertThrows(CannotStart.class, payara::awaitReady).sentence();
            assertTrue(failure.startsWith("The connector could not be deployed: "), failure);
            assertTrue(failure.contains("</servlet>"), failure);
        }
    }

    @Test
    void payara_ends_with_a_launcher_that_was_killed() throws Exception {
        var launcher = ForsakenProcess.start(PayaraIT.class, folder.toString());
        var payara = launcher.toHandle().children().findFirst().orElseThrow();

        launcher.destroyForcibly();

        payara.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }

    @Test
    void a_server_that_is_left_on_the_folder_is_ended_and_its_port_is_free() throws Exception {
        var settings = settings("WEB-INF/beans.xml", "<beans/>");
        try (var left = Payara.start(settings)) {
            left.awaitReady();
            Payara.endLeftOver(settings.folder());
            FreePort.require(settings.port());
        }
    }

    @Test
    void what_a_killed_server_left_unpacked_is_gone_once_the_next_has_started_with_another_application()
            throws Exception {
        var launcher = ForsakenProcess.start(PayaraIT.class, folder.toString());
        var killed = launcher.toHandle().children().findFirst().orElseThrow();
        launcher.destroyForcibly();
        killed.onExit().orTimeout(1, TimeUnit.MINUTES).join();
        var left = Files.writeString(unpacked().resolve("left.txt"), "of the old application");

        var settings = settings("app/ny", "Ny");
        try (var payara = Payara.start(settings)) {
            payara.awaitReady();
            assertTrue(Files.exists(unpacked()));
            assertFalse(Files.exists(left));
        }
    }

    private static HttpClient.Version spokenTo(int port) throws Exception {
        return HttpClient.newHttpClient() // offers HTTP/2
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/app/log-ind"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .version();
    }

    private Path unpacked() {
        return folder.resolve("payara/unpacked");
    }

    /** Starts a Payara, tells so, and waits to be killed. */
    public static void main(String[] arguments) throws Exception {
        var test = new PayaraIT();
        test.folder = Path.of(arguments[0]);
        Payara.start(test.settings("WEB-INF/beans.xml", "<beans/>")).awaitReady();
        ForsakenProcess.tellAndWait();
    }

    private Payara.Settings settings(String name, String content) throws IOException {
        var war = folder.resolve("page.war");
        try (var zip = new ZipOutputStream(Files.newOutputStream(war))) {
            add(zip, "app/log-ind", "Velkommen");
            add(zip, name, content);
        }
        return new Payara.Settings(
                FreePort.any(),
                war,
                folder.resolve("payara"),
                folder.resolve("log/payara.log"),
                Map.of(),
                List.of("-XX:TieredStopAtLevel=1"));
    }

    private static void add(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static List<InetAddress> otherAddresses() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
    }
}
