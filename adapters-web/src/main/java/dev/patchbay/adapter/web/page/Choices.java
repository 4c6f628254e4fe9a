package dev.patchbay.adapter.web.page;

import dev.patchbay.adapter.web.session.Callers;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.usecase.connection.ReplaceAccount;
import dev.patchbay.usecase.provider.ListProviders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Finds what the person at the browser has to choose. Safe for many threads. */
@Singleton
final class Choices {
    private final Callers callers;
    private final ListProviders listProviders;
    private final ReplaceAccount replaceAccount;
    private final Connections connections;

    Choices(Callers callers, ListProviders listProviders, ReplaceAccount replaceAccount, Connections connections) {
        this.callers = callers;
        this.listProviders = listProviders;
        this.replaceAccount = replaceAccount;
        this.connections = connections;
    }

    /** None for strangers, and none while the store does not answer: the page comes all the same. */
    List<Choice> of(HttpRequest<?> request) {
        try {
            return callers.present(request).map(this::of).orElse(List.of());
        } catch (StoreUnavailable notKnownNow) {
            return List.of();
        }
    }

    private List<Choice> of(SignedIn who) {
        return listProviders.platforms().stream()
                .flatMap(offer -> at(offer.descriptor().id(), who).stream())
                .toList();
    }

    private Optional<Choice> at(ProviderId platform, SignedIn who) {
        return replaceAccount.waiting(who, platform).flatMap(waiting -> connections
                .of(who.account(), platform)
                .map(connected -> new Choice(platform, connected.who(), waiting.who(), waiting.expiresAt())));
    }
}
