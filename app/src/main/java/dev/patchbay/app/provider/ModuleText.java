package dev.patchbay.app.provider;

import dev.patchbay.domain.provider.AppNames;
import dev.patchbay.domain.provider.DatedRule;
import dev.patchbay.domain.provider.IdentityDescriptor;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.provider.ScopeReason;
import dev.patchbay.oauth.ProviderModule;
import dev.patchbay.port.provider.IdentityProvider;
import dev.patchbay.port.provider.MusicPlatform;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Modules and their descriptors, for people and for programs to read. */
public final class ModuleText {
    private ModuleText() {}

    /** A few lines, ending in one that is not ended. */
    public static String of(LoadedModule module) {
        StringBuilder text = new StringBuilder(module.name())
                .append(" (")
                .append(module.source())
                .append("; settings ")
                .append(module.settingsPrefixes().stream()
                        .map(prefix -> prefix + "_…")
                        .collect(Collectors.joining(", ")))
                .append(")\n");
        if (module.providers().isEmpty()) {
            text.append("  offers nothing with these settings\n");
        }
        for (IdentityProvider provider : module.offer().identityProviders()) {
            IdentityDescriptor known = provider.descriptor();
            text.append("  ")
                    .append(known.id())
                    .append("  sign-in with ")
                    .append(known.name())
                    .append('\n');
            line(text, "app", names(known.appNames()));
            line(text, "scopes", scopes(known.scopes()));
            line(text, "rules", rules(known.rules()));
            line(text, "reaches", hosts(known.hosts()));
        }
        for (MusicPlatform platform : module.offer().platforms()) {
            ProviderDescriptor known = platform.descriptor();
            text.append("  ")
                    .append(known.id())
                    .append("  connects ")
                    .append(known.name())
                    .append('\n');
            line(text, "app", names(known.appNames()));
            line(text, "scopes", scopes(known.scopes()));
            line(text, "can", sorted(known.capabilities()));
            line(text, "grants", known.grantClass().getClass().getSimpleName());
            line(text, "consent", known.consentLength().map(Object::toString).orElse("does not end by itself"));
            line(text, "rules", rules(known.rules()));
            line(text, "reaches", hosts(known.hosts()));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("    ").append(name).append(" ".repeat(9 - name.length())).append(value.isEmpty() ? "none" : value);
        text.append('\n');
    }

    private static String names(AppNames names) {
        return names.id() + ", " + names.secret()
                + names.otherwise()
                        .map(other -> ", otherwise those of " + other)
                        .orElse("");
    }

    private static String scopes(List<ScopeReason> scopes) {
        return scopes.stream().map(reason -> reason.scope().value()).collect(Collectors.joining(" "));
    }

    private static String rules(List<DatedRule> rules) {
        return rules.stream()
                .map(rule -> rule.name() + " (" + rule.since() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String hosts(Collection<String> hosts) {
        return hosts.contains("*") ? "what its address in the settings leads to" : sorted(hosts);
    }

    private static String sorted(Collection<?> values) {
        return values.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    /** Everything, as one JSON object. */
    public static String json(Modules modules) throws IOException {
        List<Object> loaded = new ArrayList<>();
        for (LoadedModule module : modules.loaded()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", module.name());
            one.put("source", module.source());
            one.put("settingsPrefixes", List.copyOf(module.settingsPrefixes()));
            one.put(
                    "identityProviders",
                    module.offer().identityProviders().stream()
                            .map(provider -> json(provider.descriptor()))
                            .toList());
            one.put(
                    "platforms",
                    module.offer().platforms().stream()
                            .map(platform -> json(platform.descriptor()))
                            .toList());
            loaded.add(one);
        }
        List<Object> refused = new ArrayList<>();
        modules.refused().forEach(one -> refused.add(Map.of("jar", one.jar().toString(), "why", one.why())));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("portVersion", ProviderModule.PORT_VERSION);
        all.put("modules", loaded);
        all.put("refused", refused);
        return JsonMapper.createDefault().writeValueAsString(all) + "\n";
    }

    private static Map<String, Object> json(IdentityDescriptor known) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("id", known.id().value());
        one.put("name", known.name());
        one.put("console", known.console().toString());
        rest(one, known.appNames(), known.scopes(), known.rules(), known.hosts());
        return one;
    }

    private static Map<String, Object> json(ProviderDescriptor known) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("id", known.id().value());
        one.put("name", known.name());
        one.put("console", known.console().toString());
        one.put("accessPage", known.accessPage().toString());
        one.put(
                "capabilities",
                known.capabilities().stream().map(Enum::name).sorted().toList());
        one.put("grantClass", known.grantClass().getClass().getSimpleName());
        known.consentLength().ifPresent(length -> one.put("consentLength", length.toString()));
        rest(one, known.appNames(), known.scopes(), known.rules(), known.hosts());
        return one;
    }

    private static void rest(
            Map<String, Object> one,
            AppNames names,
            List<ScopeReason> scopes,
            List<DatedRule> rules,
            Collection<String> hosts) {
        one.put("appSettings", List.of(names.id(), names.secret()));
        one.put("scopes", scopes.stream().map(reason -> reason.scope().value()).toList());
        one.put("rules", rules.stream().map(DatedRule::name).toList());
        one.put("hosts", hosts.stream().sorted().toList());
    }
}
