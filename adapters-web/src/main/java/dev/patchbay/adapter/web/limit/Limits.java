package dev.patchbay.adapter.web.limit;

import dev.patchbay.adapter.web.client.ClientAddresses;
import dev.patchbay.port.Monotonic;
import io.github.bucket4j.TimeMeter;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How often whoever asks may ask. Sources are held back, accounts never: what an address does wrong is counted for that address (an IPv4
 * address, or the first 64 bits of an IPv6 one), and an account is counted only for what its living sessions ask. This machine itself
 * is not counted by address. Safe for many threads.
 */
@Singleton
public final class Limits {
    private static final Logger LOG = LoggerFactory.getLogger(Limits.class);

    /** Of each family; some 3 MB when all of them are used up to that. */
    private static final int SOURCES = 10_000;

    private static final int LINES_A_MINUTE = 6;

    private final Map<Family, Buckets> buckets = new EnumMap<>(Family.class);
    private final Buckets lines;
    private final ClientAddresses addresses;

    Limits(LimitSettings settings, ClientAddresses addresses, Monotonic monotonic) {
        TimeMeter meter = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return monotonic.reading().toNanos();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
        settings.perMinute()
                .forEach((family, perMinute) -> buckets.put(family, new Buckets(perMinute, SOURCES, meter)));
        this.lines = new Buckets(LINES_A_MINUTE, SOURCES, meter);
        this.addresses = addresses;
    }

    /** What the request's route counts as, where it says so. */
    public static Optional<Family> familyOf(HttpRequest<?> request) {
        return RouteAttributes.getRouteInfo(request)
                .flatMap(route -> route.getAnnotationMetadata().enumValue(Limited.class, Family.class));
    }

    /**
     * Takes one for the request's address.
     *
     * @return nanoseconds until the request would be let through; 0 when it is
     */
    public long takeForAddress(HttpRequest<?> request, Family family) {
        Buckets counted = buckets.get(family);
        if (counted == null) {
            return 0;
        }
        InetAddress address = addresses.of(request);
        long wait = address.isLoopbackAddress() ? 0 : counted.take(ClientAddresses.sourceOf(address));
        if (wait > 0) {
            tell(request, family, address);
        }
        return wait;
    }

    /** As {@link #takeForAddress}, but takes nothing; costs nothing as long as nobody was counted. */
    public long lookForAddress(HttpRequest<?> request, Family family) {
        Buckets counted = buckets.get(family);
        if (counted == null || counted.isEmpty()) {
            return 0;
        }
        InetAddress address = addresses.of(request);
        return address.isLoopbackAddress() ? 0 : counted.look(ClientAddresses.sourceOf(address));
    }

    /** Takes one for a session or account that was found to be good. @return as for {@link #takeForAddress} */
    public long takeFor(Object sessionOrAccount, Family family) {
        Buckets counted = buckets.get(family);
        return counted == null ? 0 : counted.take(sessionOrAccount);
    }

    private void tell(HttpRequest<?> request, Family family, InetAddress address) {
        if (lines.take(family) == 0) {
            LOG.warn(
                    "{} is held back: more requests than {} allows{}",
                    address.getHostAddress(),
                    family.setting(),
                    addresses.claimsInVain(request)
                            ? "; it says that it speaks for others: if it is your proxy, name it in TRUSTED_PROXIES"
                            : "");
        }
    }
}
