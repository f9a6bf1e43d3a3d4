package dk.kvalitetsbro.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of 127.0.0.1. */
public final class FreePort {
    private FreePort() {}

    /** One that is free now. */
    public static int any() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws CannotStart if another program listens there */
    static void require(int port) {
        if (!isFree(port)) {
            throw new CannotStart("Port " + port + " is taken by another program: choose another one with --port.");
        }
    }

    /** This port if it is free, else any other. */
    static int preferably(int port) {
        return port <= 65_535 && isFree(port) ? port : any();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
