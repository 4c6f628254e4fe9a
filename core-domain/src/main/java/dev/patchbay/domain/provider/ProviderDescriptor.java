package dev.patchbay.domain.provider;

import dev.patchbay.domain.clientapp.AppTerms;
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
 * @param refreshTokenIdleLife how long an unused refresh token stays good; empty when it does not end of idleness
 * @param consentLength how long a consent lasts, counted from consent; empty when it does not end by itself
 * @param usualAccessLife taken when a token answer does not say how long the access token lives;
 *     {@link dev.patchbay.domain.connection.Clocks#ENDLESS} when its access tokens do not end by themselves
 * @param rules dated rules worth knowing, newest first
 * @param appTerms what it says of apps that people register
 * @param quirks where it is not as one would think
 * @param hosts the names of the machines that are called for it, in lower case; {@code *} for whatever machine an address that the
 *     operator gave leads to. Nothing else is called for it, but the hosts in addresses that the operator set
 * @param appNames the settings that hold the operator's app
 */
public record ProviderDescriptor(
        ProviderId id,
        String name,
        URI console,
        URI accessPage,
        List<ScopeReason> scopes,
        Set<Capability> capabilities,
        GrantClass grantClass,
        Optional<Duration> refreshTokenIdleLife,
        Optional<Period> consentLength,
        Duration usualAccessLife,
        List<DatedRule> rules,
        AppTerms appTerms,
        List<Quirk> quirks,
        Set<String> hosts,
        AppNames appNames) {
    public ProviderDescriptor {
        scopes = List.copyOf(scopes);
        capabilities = Set.copyOf(capabilities);
        rules = List.copyOf(rules);
        quirks = List.copyOf(quirks);
        hosts = Set.copyOf(hosts);
    }

    /** One without quirks, with the usual names for its app, that calls nobody until it is given hosts. */
    public ProviderDescriptor(
            ProviderId id,
            String name,
            URI console,
            URI accessPage,
            List<ScopeReason> scopes,
            Set<Capability> capabilities,
            GrantClass grantClass,
            Optional<Duration> refreshTokenIdleLife,
            Optional<Period> consentLength,
            Duration usualAccessLife,
            List<DatedRule> rules,
            AppTerms appTerms) {
        this(
                id,
                name,
                console,
                accessPage,
                scopes,
                capabilities,
                grantClass,
                refreshTokenIdleLife,
                consentLength,
                usualAccessLife,
                rules,
                appTerms,
                List.of(),
                Set.of(),
                AppNames.usual(id));
    }

    /** The same, of which it is not known what it says of apps that people register. */
    public ProviderDescriptor(
            ProviderId id,
            String name,
            URI console,
            URI accessPage,
            List<ScopeReason> scopes,
            Set<Capability> capabilities,
            GrantClass grantClass,
            Optional<Duration> refreshTokenIdleLife,
            Optional<Period> consentLength,
            Duration usualAccessLife,
            List<DatedRule> rules) {
        this(
                id,
                name,
                console,
                accessPage,
                scopes,
                capabilities,
                grantClass,
                refreshTokenIdleLife,
                consentLength,
                usualAccessLife,
                rules,
                AppTerms.UNKNOWN);
    }

    /** The same with these quirks. */
    public ProviderDescriptor withQuirks(List<Quirk> known) {
        return with(console, known, hosts, appNames);
    }

    /** The same with these hosts. */
    public ProviderDescriptor withHosts(Set<String> called) {
        return with(console, quirks, called, appNames);
    }

    /** The same with these names for its app. */
    public ProviderDescriptor withAppNames(AppNames names) {
        return with(console, quirks, hosts, names);
    }

    /** The same with its apps registered there. */
    public ProviderDescriptor withConsole(URI where) {
        return with(where, quirks, hosts, appNames);
    }

    private ProviderDescriptor with(URI where, List<Quirk> known, Set<String> called, AppNames names) {
        return new ProviderDescriptor(
                id,
                name,
                where,
                accessPage,
                scopes,
                capabilities,
                grantClass,
                refreshTokenIdleLife,
                consentLength,
                usualAccessLife,
                rules,
                appTerms,
                known,
                called,
                names);
    }

    public boolean can(Capability capability) {
        return capabilities.contains(capability);
    }

    public Scopes defaultScopes() {
        return Scopes.of(scopes.stream().map(reason -> reason.scope().value()).toList());
    }

    /**
     * How long after it is due a renewal that nobody asked for is made, at a platform treated as that class; empty for never.
     * Where tokens are renewed on demand only, this keeps an unused grant from ending of idleness: at half of that time, so
     * that a failed try leaves room for another.
     */
    public Optional<Duration> unaskedRenewalAfter(GrantClass treatedAs) {
        return treatedAs.renewsAhead()
                ? Optional.of(Duration.ZERO)
                : refreshTokenIdleLife.map(life -> life.dividedBy(2));
    }

    /** The end of a consent given at that time; calendar months are counted in UTC. */
    public Optional<Instant> consentEnds(Instant consentedAt) {
        return consentLength.map(
                length -> consentedAt.atOffset(ZoneOffset.UTC).plus(length).toInstant());
    }
}
