package dev.patchbay.usecase.provider;

import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.provider.IdentityProvider;
import dev.patchbay.port.provider.MusicPlatform;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The outside parties found on the class path. Being there is all the registration there is. Immutable. */
public final class Providers {
    private final SortedMap<ProviderId, IdentityProvider> identityProviders;
    private final SortedMap<ProviderId, MusicPlatform> platforms;

    /** @throws IllegalStateException when two claim one id; the message names both */
    public Providers(Collection<IdentityProvider> identityProviders, Collection<MusicPlatform> platforms) {
        this.identityProviders = byId(identityProviders, IdentityProvider::id);
        this.platforms = byId(platforms, MusicPlatform::id);
    }

    private static <P> SortedMap<ProviderId, P> byId(Collection<P> found, Function<P, ProviderId> idOf) {
        SortedMap<ProviderId, P> map = new TreeMap<>();
        for (P provider : found) {
            P other = map.put(idOf.apply(provider), provider);
            if (other != null) {
                throw new IllegalStateException(
                        "two providers claim the id '%s': %s and %s; remove one of them from the class path or plugins/"
                                .formatted(
                                        idOf.apply(provider),
                                        other.getClass().getName(),
                                        provider.getClass().getName()));
            }
        }
        return Collections.unmodifiableSortedMap(map);
    }

    public Optional<IdentityProvider> identityProvider(ProviderId id) {
        return Optional.ofNullable(identityProviders.get(id));
    }

    public Optional<MusicPlatform> platform(ProviderId id) {
        return Optional.ofNullable(platforms.get(id));
    }

    public Collection<IdentityProvider> identityProviders() {
        return identityProviders.values();
    }

    public Collection<MusicPlatform> platforms() {
        return platforms.values();
    }

    /** Every id, for whoever asks what may be configured. */
    public Map<ProviderId, String> names() {
        SortedMap<ProviderId, String> names = new TreeMap<>();
        identityProviders.values().forEach(provider -> names.put(provider.id(), provider.name()));
        platforms
                .values()
                .forEach(platform ->
                        names.putIfAbsent(platform.id(), platform.descriptor().name()));
        return names;
    }
}
