package dev.patchbay.domain.provider;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known about a music platform before anybody connects it.
 *
 * @param name how people call it
 * @param console where an operator registers an app
 * @param accessPage where a person can see and withdraw apps' access by hand
 * @param scopes what we ask for by default, and why
 * @param grantClass how it treats refresh tokens
 * @param consentLength how long a consent lasts, counted from consent; empty when it does not end by itself
 * @param usualAccessLife taken when a token answer does not say how long the access token lives
 * @param rules dated rules worth knowing, newest first
 */
public record ProviderDescriptor(
        ProviderId id,
        String name,
        URI console,
        URI accessPage,
        List<ScopeReason> scopes,
        Set<Capability> capabilities,
        GrantClass grantClass,
        Optional<Period> consentLength,
        Duration usualAccessLife,
        List<DatedRule> rules) {
    public ProviderDescriptor {
        scopes = List.copyOf(scopes);
        capabilities = Set.copyOf(capabilities);
        rules = List.copyOf(rules);
    }

    public boolean can(Capability capability) {
        return capabilities.contains(capability);
    }

    public Scopes defaultScopes() {
        return Scopes.of(scopes.stream().map(reason -> reason.scope().value()).toList());
    }

    /** The end of a consent given at that time; calendar months are counted in UTC. */
    public Optional<Instant> consentEnds(Instant consentedAt) {
        return consentLength.map(
                length -> consentedAt.atOffset(ZoneOffset.UTC).plus(length).toInstant());
    }
}
