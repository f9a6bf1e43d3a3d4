package dk.kvalitetsbro.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The proxies whose word on who asked is believed. Anybody can write a header. */
@ApplicationScoped
public class TrustedProxies {
    private final List<AddressRange> ranges;

    /** @param trusted addresses and ranges, separated by commas; empty trusts nobody */
    @Inject
    public TrustedProxies(@ConfigProperty(name = "proxy.trusted") Optional<String> trusted) {
        ranges = Stream.of(trusted.orElse("").split(","))
                .filter(range -> !range.isBlank())
                .map(AddressRange::of)
                .toList();
    }

    boolean trusts(String address) {
        return AddressRange.address(address)
                .map(known -> ranges.stream().anyMatch(range -> range.contains(known)))
                .orElse(false);
    }

    /**
     * Whom a request came from first, as far as trusted proxies tell.
     *
     * @param peer at the other end of the connection
     * @param hops what {@code X-Forwarded-For} holds: each proxy adds whom it heard the request from at the end
     */
    String client(String peer, List<String> hops) {
        String client = peer;
        for (int i = hops.size() - 1; i >= 0 && trusts(client); i--) {
            String before = withoutPort(hops.get(i).strip());
            if (AddressRange.address(before).isEmpty()) {
                return client;
            }
            client = before;
        }
        return client;
    }

    private static String withoutPort(String hop) {
        return hop.replaceFirst("^\\[(.*)](:\\d+)?$", "$1").replaceFirst("^([0-9.]+):\\d+$", "$1");
    }
}
