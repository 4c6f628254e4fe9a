package dev.patchbay.faults.platform;

import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.provider.Capability;
import dev.patchbay.domain.provider.GrantClass;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scope;
import dev.patchbay.domain.provider.ScopeReason;
import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.oauth.Json;
import dev.patchbay.oauth.OAuthEndpoints;
import dev.patchbay.oauth.OAuthPlatform;
import dev.patchbay.oauth.ProviderModule;
import io.micronaut.json.tree.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A platform that differs from Spotify by its name and its grant class; it is played by the sandbox's Spotify. */
final class DeclaredPlatform extends OAuthPlatform {
    private static final URI NOWHERE = URI.create("https://example.com/");

    private DeclaredPlatform(GuardedHttp http, ProviderDescriptor descriptor, URI accounts, URI api) {
        super(
                http,
                descriptor,
                OAuthEndpoints.of(URI.create(accounts + "/authorize"), URI.create(accounts + "/api/token")),
                URI.create(api + "/me"));
    }

    static DeclaredPlatform of(String name, GrantClass grantClass, ProviderModule.Kit kit) {
        ProviderId id = new ProviderId(name);
        ProviderDescriptor descriptor = new ProviderDescriptor(
                id,
                name,
                NOWHERE,
                NOWHERE,
                List.of(new ScopeReason(new Scope("playlist-read-private"), "Something to consent to.")),
                Set.of(Capability.REFRESH),
                grantClass,
                Optional.empty(),
                Optional.empty(),
                Duration.ofHours(1),
                List.of());
        return new DeclaredPlatform(
                kit.http(),
                descriptor,
                kit.settings().url(id.settingsPrefix() + "_ACCOUNTS_URL", NOWHERE),
                kit.settings().url(id.settingsPrefix() + "_API_URL", NOWHERE));
    }

    @Override
    protected Optional<ExternalAccount> readAccount(JsonNode json) {
        return Json.id(json, "account_id").map(id -> new ExternalAccount(id, Optional.empty(), Optional.empty()));
    }
}
