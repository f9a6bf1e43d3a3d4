package dk.kvalitetsbro.web;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Network addresses that begin alike, such as {@code 10.0.0.0/8}, {@code fd00::/8} or a single {@code 127.0.0.1}. */
final class AddressRange {
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final int length;
    private final int bits;
    private final BigInteger beginning;

    private AddressRange(InetAddress first, int bits) {
        this.length = first.getAddress().length;
        this.bits = bits;
        this.beginning = beginning(first);
    }

    /** @throws IllegalArgumentException for anything else than an address, alone or with a slash and its leading bits */
    static AddressRange of(String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress first = address(parts[0]).orElseThrow(() -> notOne(text));
        int whole = first.getAddress().length * 8;
        if (parts.length == 1) {
            return new AddressRange(first, whole);
        }
        if (!parts[1].matches("\\d{1,3}") || Integer.parseInt(parts[1]) > whole) {
            throw notOne(text);
        }
        return new AddressRange(first, Integer.parseInt(parts[1]));
    }

    private static IllegalArgumentException notOne(String text) {
        return new IllegalArgumentException(
                "\"" + text + "\" is no network address, such as 10.0.0.0/8 or 127.0.0.1, which proxy.trusted lists");
    }

    boolean contains(InetAddress address) {
        return address.getAddress().length == length && beginning(address).equals(beginning);
    }

    private BigInteger beginning(InetAddress address) {
        return new BigInteger(1, address.getAddress()).shiftRight(length * 8 - bits);
    }

    /** @return the address that is written so; a name is none, and is not looked up */
    static Optional<InetAddress> address(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException notOne) {
            return Optional.empty();
        }
    }

    /** @return the address of these bytes */
    static String written(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
