package dev.patchbay.app.settings;

import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.ClientAppId;
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
 * The operator's client apps: {@code <P>_CLIENT_ID}, {@code <P>_CLIENT_SECRET} and {@code <P>_REDIRECT_URI} for every
 * provider that is here. The redirect URI comes from the base URL unless it is set; never from a request.
 */
public final class SettingsSharedApps implements SharedApps, RedirectUris, ModuleSettings {
    private final Map<ProviderId, ClientApp> apps = new TreeMap<>();
    private final Map<ProviderId, URI> redirectUris = new TreeMap<>();

    public SettingsSharedApps(Settings settings, Providers providers, URI baseUrl) {
        for (ProviderId id : providers.names().keySet()) {
            String path = providers.identityProvider(id).isPresent() ? "/auth/" : "/platforms/";
            read(settings, id, URI.create(baseUrl + path + id + "/callback"));
        }
    }

    private void read(Settings settings, ProviderId id, URI callback) {
        String idName = id.settingsPrefix() + "_CLIENT_ID";
        String secretName = id.settingsPrefix() + "_CLIENT_SECRET";
        Optional<String> clientId = settings.text(idName);
        Optional<Secret> secret = settings.secret(secretName);
        URI redirectUri = settings.url(id.settingsPrefix() + "_REDIRECT_URI", callback);
        redirectUris.put(id, redirectUri);
        if (clientId.isEmpty() && secret.isPresent()) {
            settings.problem(idName, "is missing, although " + secretName + " is set");
        }
        if (clientId.isPresent() && secret.isEmpty()) {
            settings.problem(secretName, "is missing, although " + idName + " is set");
        }
        if (clientId.isPresent() && clientId.get().length() > 255) {
            settings.problem(idName, "is longer than any provider's client id");
        } else if (clientId.isPresent() && secret.isPresent()) {
            var appId = new ClientAppId(id, clientId.get());
            apps.put(id, new ClientApp(appId, ClientApp.Kind.SHARED, secret, redirectUri));
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
