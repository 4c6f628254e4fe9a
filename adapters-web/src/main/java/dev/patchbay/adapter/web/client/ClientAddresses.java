package dev.patchbay.adapter.web.client;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where requests come from. What a header says about that is taken from proxies that the operator named, and from nobody else.
 * Safe for many threads.
 */
@Singleton
public final class ClientAddresses {
    /** Somebody who hung up before we looked. */
    private static final InetAddress NOBODY = InetAddress.ofLiteral("0.0.0.0");

    private final ProxySettings settings;

    ClientAddresses(ProxySettings settings) {
        this.settings = settings;
    }

    /**
     * The address that the request comes from: the nearest one that is not a trusted proxy's. Where a proxy wrote something that is no
     * address, it is the last hop before that.
     */
    public InetAddress of(HttpRequest<?> request) {
        InetAddress peer = peer(request.getRemoteAddress());
        return settings.trusts(peer) ? behind(peer, hops(request)) : peer;
    }

    /** Whether somebody who is no trusted proxy of ours says where the request comes from: a proxy that nobody named, it may be. */
    public boolean claimsInVain(HttpRequest<?> request) {
        return !settings.trusts(peer(request.getRemoteAddress()))
                && request.getHeaders().contains(settings.header().text());
    }

    /** Whether the operator named that address as a proxy of ours. */
    public boolean isProxy(InetAddress address) {
        return settings.trusts(address);
    }

    /** What an address is counted as: itself, or the 64 bits that a customer of an IPv6 provider has to himself. */
    public static Long sourceOf(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        // Addresses that begin with as many zeros are nobody's, so the two families do not meet.
        return bytes.remaining() < Long.BYTES ? bytes.getInt() & 0xffff_ffffL : bytes.getLong();
    }

    private InetAddress behind(InetAddress proxy, List<String> hops) {
        InetAddress nearest = proxy;
        for (int at = hops.size() - 1; at >= 0; at--) {
            Optional<InetAddress> hop = Addresses.parseNode(hops.get(at));
            if (hop.isEmpty()) {
                return nearest;
            }
            nearest = hop.get();
            if (!settings.trusts(nearest)) {
                return nearest;
            }
        }
        return nearest;
    }

    private List<String> hops(HttpRequest<?> request) {
        List<String> lines = request.getHeaders().getAll(settings.header().text());
        return switch (settings.header()) {
            case X_FORWARDED_FOR -> ForwardedFor.plain(lines);
            case FORWARDED -> ForwardedFor.standard(lines);
        };
    }

    private static InetAddress peer(@Nullable InetSocketAddress address) {
        InetAddress known = address == null ? null : address.getAddress();
        return known == null ? NOBODY : known;
    }
}
