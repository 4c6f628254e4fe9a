package dev.patchbay.adapter.telegram;

import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.usecase.provider.Providers;
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
