package dev.patchbay.app.doctor;

import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.clientapp.RedirectUris;
import dev.patchbay.port.clientapp.SharedApps;
import dev.patchbay.port.provider.RedirectTrap;
import dev.patchbay.usecase.provider.Providers;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The redirect URIs to be registered, to the letter, and what a provider would not take of them. */
final class RedirectCheck implements Check {
    private final Patient patient;

    RedirectCheck(Patient patient) {
        this.patient = patient;
    }

    @Override
    public String name() {
        return "redirects";
    }

    @Override
    public List<Finding> look() {
        var providers = patient.context().getBean(Providers.class);
        var apps = patient.context().getBean(SharedApps.class);
        var uris = patient.context().getBean(RedirectUris.class);
        List<Finding> all = new ArrayList<>();
        providers.names().forEach((id, called) -> {
            boolean offered = apps.of(id).isPresent() || providers.platform(id).isPresent();
            all.add(
                    offered
                            ? look(called, uris.redirectUriOf(id), trap(providers, id, uris.redirectUriOf(id)))
                            : Finding.skipped(
                                    name(),
                                    called + " is not offered: " + id.settingsPrefix() + "_CLIENT_ID is not set"));
        });
        return all;
    }

    private static Optional<RedirectTrap> trap(Providers providers, ProviderId id, URI uri) {
        return providers
                .identityProvider(id)
                .flatMap(one -> one.redirectTrap(uri))
                .or(() -> providers.platform(id).flatMap(one -> one.redirectTrap(uri)));
    }

    private Finding look(String called, URI uri, Optional<RedirectTrap> trap) {
        String line = called + " has to know " + uri;
        String todo = "change PATCHBAY_BASE_URL, and register the address that this line then shows";
        return trap.map(one -> one.isCertain()
                        ? Finding.fail(name(), line + ", and refuses it: " + one.words(), todo)
                        : Finding.warn(name(), line + ", and may refuse it: " + one.words(), todo))
                .orElseGet(() -> Finding.ok(name(), line));
    }
}
