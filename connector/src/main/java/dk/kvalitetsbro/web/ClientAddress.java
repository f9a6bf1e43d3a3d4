package dk.kvalitetsbro.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/** Who asks, as far as the network tells. */
public final class ClientAddress {
    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    /** @return the address, or of IPv6 the network: whoever has one such address has them all */
    public static String network(String address) {
        Optional<InetAddress> known = AddressRange.address(address);
        if (known.isEmpty() || !(known.get() instanceof Inet6Address long6)) {
            return address;
        }
        byte[] bytes = long6.getAddress();
        Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
        return AddressRange.written(bytes) + "/64";
    }
}
