package dev.patchbay.architecture.providers;

import dev.patchbay.domain.provider.AppNames;
import dev.patchbay.domain.provider.Capability;
import dev.patchbay.domain.provider.DatedRule;
import dev.patchbay.domain.provider.GrantClass;
import dev.patchbay.domain.provider.IdentityDescriptor;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Quirk;
import dev.patchbay.domain.provider.ScopeReason;
import dev.patchbay.port.provider.IdentityProvider;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.port.provider.Promise;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The text of {@code docs/providers.md}. */
final class ProvidersPage {
    /** How the line of a provider begins that says what was proven. */
    static final String PROVEN = "Proven: ";

    /** What can be asked of somebody to sign in with: the other promises are about grants that are kept. */
    private static final Set<Promise> OF_IDENTITY =
            EnumSet.of(Promise.FLOW, Promise.IDENTITY, Promise.ERROR_CLASSES, Promise.LIMITS, Promise.RECORDED_ANSWERS);

    private final Function<ProviderId, Set<Promise>> kept;
    private final StringBuilder text = new StringBuilder();

    ProvidersPage(Function<ProviderId, Set<Promise>> kept) {
        this.kept = kept;
    }

    String of(List<IdentityProvider> identityProviders, List<MusicPlatform> platforms) {
        text.append("""
            # Providers

            Made by `./patchbay docs` from what each provider's module declares and what its contract tests saw; do not edit it by hand.

            Bronze means that the flow and the identity were proven against a stand-in; silver that error classes, reconnecting and
            revoking were, too; gold that limits, recorded answers and playlists were. A capability that a provider does not have is
            proven by its being said plainly. No provider can be gold before playlists are part of the port.

            ## Sign-in
            """);
        identityProviders.stream()
                .map(IdentityProvider::descriptor)
                .sorted(Comparator.comparing(IdentityDescriptor::id))
                .forEach(this::add);
        text.append("\n## Music platforms\n");
        platforms.stream()
                .map(MusicPlatform::descriptor)
                .sorted(Comparator.comparing(ProviderDescriptor::id))
                .forEach(this::add);
        return text.toString();
    }

    private void add(IdentityDescriptor known) {
        head(known.name(), known.id(), OF_IDENTITY);
        line("Register an app", link(known.console().toString()));
        line("Settings", names(known.appNames()));
        line("Reaches", hosts(known.hosts()));
        scopes(known.scopes());
        rules(known.rules());
        quirks(known.quirks());
    }

    private void add(ProviderDescriptor known) {
        head(known.name(), known.id(), EnumSet.allOf(Promise.class));
        line("Register an app", link(known.console().toString()));
        line("People withdraw access at", link(known.accessPage().toString()));
        line("Settings", names(known.appNames()));
        line("Reaches", hosts(known.hosts()));
        line("Capabilities", capabilities(known.capabilities()));
        line("Refresh tokens", known.can(Capability.REFRESH) ? inWords(known.grantClass()) : "none");
        line(
                "A consent",
                known.consentLength()
                        .map(length -> "ends after "
                                + length.toString()
                                        .substring(1)
                                        .toLowerCase(Locale.ROOT)
                                        .replaceFirst("(\\d+)m", "$1 months")
                                        .replaceFirst("(\\d+)d", "$1 days"))
                        .orElse("does not end by itself"));
        scopes(known.scopes());
        rules(known.rules());
        quirks(known.quirks());
    }

    private void head(String name, ProviderId id, Set<Promise> asked) {
        Set<Promise> seen = kept.apply(id);
        text.append("\n### ").append(name).append(" (`").append(id).append("`)\n\n");
        text.append(PROVEN)
                .append(Proofs.tier(seen, asked)
                        .map(tier -> "**" + tier.name().toLowerCase(Locale.ROOT) + "**")
                        .orElse("nothing whole"))
                .append(seen.isEmpty() ? "" : " (" + promises(seen) + ")")
                .append("\n\n");
    }

    private static String promises(Set<Promise> seen) {
        return seen.stream()
                .sorted()
                .map(promise -> promise.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }

    private void line(String name, String value) {
        text.append("- ").append(name).append(": ").append(value).append('\n');
    }

    private static String link(String url) {
        return "<" + url + ">";
    }

    private static String names(AppNames names) {
        return "`" + names.id() + "`, `" + names.secret() + "`"
                + names.otherwise()
                        .map(other -> "; while neither is set, the app of `" + other + "`")
                        .orElse("");
    }

    private static String hosts(Collection<String> hosts) {
        return hosts.contains("*")
                ? "what the address in its settings leads to"
                : hosts.stream().sorted().map(host -> "`" + host + "`").collect(Collectors.joining(", "));
    }

    private static String capabilities(Set<Capability> can) {
        return EnumSet.allOf(Capability.class).stream()
                .map(one -> (can.contains(one) ? "" : "no ")
                        + one.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }

    private static String inWords(GrantClass grantClass) {
        return switch (grantClass) {
            case GrantClass.NonRotating() -> "stay as they are";
            case GrantClass.Overlap() -> "may be replaced; the old one stays good";
            case GrantClass.Grace(var window) ->
                "are replaced; the old one may be shown again for " + window.toSeconds() + " s";
            case GrantClass.Strict() -> "are replaced each time, and the old one is dead at once: renewed on demand";
            case GrantClass.StrictRevoke() ->
                "are replaced each time, and showing an old one ends the grant: renewed on demand";
        };
    }

    private void scopes(List<ScopeReason> scopes) {
        if (!scopes.isEmpty()) {
            text.append("\n| Scope | Why |\n|---|---|\n");
            scopes.forEach(scope -> text.append("| `")
                    .append(scope.scope())
                    .append("` | ")
                    .append(scope.why())
                    .append(" |\n"));
        }
    }

    private void rules(List<DatedRule> rules) {
        if (!rules.isEmpty()) {
            text.append("\n| Rule | Since | |\n|---|---|---|\n");
            rules.forEach(rule -> text.append("| ")
                    .append(rule.name())
                    .append(" | ")
                    .append(rule.since())
                    .append(" | ")
                    .append(rule.text())
                    .append(" [Source](")
                    .append(rule.source())
                    .append(") |\n"));
        }
    }

    private void quirks(List<Quirk> quirks) {
        if (!quirks.isEmpty()) {
            text.append("\nNot as one would think:\n\n");
            quirks.forEach(quirk -> text.append("- ")
                    .append(quirk.text())
                    .append(" [Source](")
                    .append(quirk.source())
                    .append(")\n"));
        }
    }
}
