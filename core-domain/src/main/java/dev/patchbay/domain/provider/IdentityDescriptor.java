package dev.patchbay.domain.provider;

import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * What is known about an identity provider before anybody signs in with it.
 *
 * @param name how people call it
 * @param console where an operator registers an app
 * @param scopes what we ask for, and why
 * @param rules dated rules worth knowing, newest first
 * @param quirks where it is not as one would think
 * @param hosts as {@link ProviderDescriptor#hosts}
 * @param appNames the settings that hold the operator's app
 */
public record IdentityDescriptor(
        ProviderId id,
        String name,
        URI console,
        List<ScopeReason> scopes,
        List<DatedRule> rules,
        List<Quirk> quirks,
        Set<String> hosts,
        AppNames appNames) {
    public IdentityDescriptor {
        scopes = List.copyOf(scopes);
        rules = List.copyOf(rules);
        quirks = List.copyOf(quirks);
        hosts = Set.copyOf(hosts);
    }

    /** One with the usual names for its app, of which no rule and no quirk is known. */
    public IdentityDescriptor(ProviderId id, String name, URI console, List<ScopeReason> scopes, Set<String> hosts) {
        this(id, name, console, scopes, List.of(), List.of(), hosts, AppNames.usual(id));
    }

    public Scopes defaultScopes() {
        return Scopes.of(scopes.stream().map(reason -> reason.scope().value()).toList());
    }
}
