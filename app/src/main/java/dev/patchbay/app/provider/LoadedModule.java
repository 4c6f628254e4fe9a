package dev.patchbay.app.provider;

import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.oauth.ProviderModule.Offer;
import dev.patchbay.port.provider.IdentityProvider;
import dev.patchbay.port.provider.MusicPlatform;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A module whose providers are offered.
 *
 * @param jar where it came from; empty when it is part of the service
 */
public record LoadedModule(String name, Optional<Path> jar, SortedSet<String> settingsPrefixes, Offer offer) {
    /** Where it came from, for people to read. */
    public String source() {
        return jar.map(Path::toString).orElse("part of the service");
    }

    /** Its providers' ids, identity providers first. */
    public List<ProviderId> providers() {
        return Stream.concat(
                        offer.identityProviders().stream().map(IdentityProvider::id),
                        offer.platforms().stream().map(MusicPlatform::id))
                .collect(Collectors.toList());
    }
}
