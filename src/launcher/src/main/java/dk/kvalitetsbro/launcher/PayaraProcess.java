package dk.kvalitetsbro.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;

/**
 * Payara Micro in a process that ends with the one that started it, even if that one is killed: the other end of
 * standard input is then closed. Only this class and Payara itself are on the class path, for whatever lies there
 * shadows the application's own libraries.
 */
final class PayaraProcess {
    private static final String PAYARA_MICRO = "fish.payara.micro.PayaraMicro";

    private PayaraProcess() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        var watch = new Thread(PayaraProcess::endWithParent, "end-with-parent");
        watch.setDaemon(true);
        watch.start();
        try {
            Class.forName(PAYARA_MICRO).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException failed) {
            failed.printStackTrace();
            System.exit(1);
        }
    }

    private static void endWithParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException parentIsGone) {
            // As good as the end of the stream.
        }
        Runtime.getRuntime().halt(1);
    }
}
