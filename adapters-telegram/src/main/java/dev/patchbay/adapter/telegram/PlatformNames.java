package dev.patchbay.adapter.telegram;

import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.usecase.provider.Providers;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What outside parties are called. */
final class PlatformNames {
    private final Providers providers;

    PlatformNames(Providers providers) {
        this.providers = providers;
    }

    String plain(ProviderId id) {
        return providers.names().getOrDefault(id, id.value());
    }

    Html of(ProviderId id) {
        return Html.text(plain(id));
    }

    /** Where the owner of an app keeps the list of people that the platform serves with it; empty where everybody is served. */
    Optional<URI> listPage(ProviderId id) {
        return providers
                .platform(id)
                .map(MusicPlatform::descriptor)
                .filter(descriptor -> descriptor.appTerms().seats().isPresent())
                .map(ProviderDescriptor::console);
    }

    List<ProviderId> platforms() {
        return providers.platforms().stream().map(platform -> platform.id()).toList();
    }

    /** The platform that somebody named, by id or as people call it. */
    Optional<ProviderId> named(String word) {
        String said = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return platforms().stream()
                .filter(id -> id.value().equals(said)
                        || plain(id)
                                .toLowerCase(Locale.ROOT)
                                .replaceAll("[^a-z0-9]", "")
                                .equals(said))
                .findFirst();
    }
}
