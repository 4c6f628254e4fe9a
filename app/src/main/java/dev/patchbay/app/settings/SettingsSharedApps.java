package dev.patchbay.app.settings;

import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.provider.AppNames;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.clientapp.RedirectUris;
import dev.patchbay.port.clientapp.SharedApps;
import dev.patchbay.port.settings.ModuleSettings;
import dev.patchbay.port.settings.Settings;
import dev.patchbay.usecase.provider.Providers;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The operator's client apps: id and secret from the settings that each provider's descriptor names, and {@code <P>_REDIRECT_URI},
 * for every provider that is here. The redirect URI comes from the base URL unless it is set; never from a request.
 */
public final class SettingsSharedApps implements SharedApps, RedirectUris, ModuleSettings {
    private final Map<ProviderId, ClientApp> apps = new TreeMap<>();
    private final Map<ProviderId, URI> redirectUris = new TreeMap<>();

    public SettingsSharedApps(Settings settings, Providers providers, URI baseUrl) {
        Map<ProviderId, AppNames> names = new TreeMap<>();
        providers
                .platforms()
                .forEach(one -> names.put(one.id(), one.descriptor().appNames()));
        providers
                .identityProviders()
                .forEach(one -> names.put(one.id(), one.descriptor().appNames()));
        names.forEach((id, own) -> {
            String path = providers.identityProvider(id).isPresent() ? "/auth/" : "/platforms/";
            read(settings, id, own, URI.create(baseUrl + path + id + "/callback"));
        });
        names.forEach((id, own) -> own.otherwise().ifPresent(other -> borrow(id, other)));
    }

    private void read(Settings settings, ProviderId id, AppNames names, URI callback) {
        Optional<String> clientId = settings.text(names.id());
        Optional<Secret> secret = settings.secret(names.secret());
        URI redirectUri = settings.url(redirectName(id, names), callback);
        redirectUris.put(id, redirectUri);
        if (clientId.isEmpty() && secret.isPresent()) {
            settings.problem(names.id(), "is missing, although " + names.secret() + " is set");
        }
        if (clientId.isPresent() && secret.isEmpty()) {
            settings.problem(names.secret(), "is missing, although " + names.id() + " is set");
        }
        if (clientId.isPresent() && clientId.get().length() > 255) {
            settings.problem(names.id(), "is longer than any provider's client id");
        } else if (clientId.isPresent() && secret.isPresent()) {
            var appId = new ClientAppId(id, clientId.get());
            apps.put(id, new ClientApp(appId, ClientApp.Kind.SHARED, secret, redirectUri));
        }
    }

    /** Beside the client id, where that is called so; such as {@code OIDC_HOME_REDIRECT_URI}. */
    private static String redirectName(ProviderId id, AppNames names) {
        String usual = "_CLIENT_ID";
        String prefix = names.id().endsWith(usual)
                ? names.id().substring(0, names.id().length() - usual.length())
                : id.settingsPrefix();
        return prefix + "_REDIRECT_URI";
    }

    /** One registration at a party that is both an identity provider and a platform; it needs both redirect URIs there. */
    private void borrow(ProviderId id, ProviderId other) {
        ClientApp lent = apps.get(other);
        if (lent != null && !apps.containsKey(id)) {
            apps.put(
                    id,
                    new ClientApp(
                            new ClientAppId(id, lent.clientId()),
                            ClientApp.Kind.SHARED,
                            lent.clientSecret(),
                            redirectUriOf(id)));
        }
    }

    @Override
    public Optional<ClientApp> of(ProviderId provider) {
        return Optional.ofNullable(apps.get(provider));
    }

    /** @throws IllegalArgumentException when no such provider is here */
    @Override
    public URI redirectUriOf(ProviderId provider) {
        URI found = redirectUris.get(provider);
        if (found == null) {
            throw new IllegalArgumentException("there is no provider of that name here");
        }
        return found;
    }
}
