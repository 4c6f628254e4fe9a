package dev.patchbay.app.provider;

import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.oauth.ProviderModule;
import dev.patchbay.oauth.ProviderModule.Kit;
import dev.patchbay.oauth.ProviderModule.Offer;
import dev.patchbay.port.settings.Settings;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Opens modules one after the other, and gives each its own settings and hosts. */
final class ModuleOpening {
    private static final String ANYWHERE = "*";
    private static final Pattern PREFIX = Pattern.compile("[A-Z][A-Z0-9]{1,31}");

    /** What came of opening a plug-in. */
    sealed interface Result {
        record Loaded(LoadedModule module) implements Result {}

        record Refused(String why) implements Result {}
    }

    private final Settings settings;
    private final GuardedHttp http;
    private final Clock clock;
    private final Map<String, String> prefixOwners = new HashMap<>();

    ModuleOpening(Settings settings, GuardedHttp http, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    /** One of the service. @throws IllegalStateException when another one has the same settings */
    LoadedModule ofOurs(ProviderModule module) {
        String name = module.name();
        Set<String> prefixes = Set.copyOf(module.settingsPrefixes());
        claim(name, prefixes).ifPresent(why -> {
            throw new IllegalStateException("module " + name + ": " + why);
        });
        return new LoadedModule(name, Optional.empty(), new TreeSet<>(prefixes), open(module, prefixes));
    }

    /** A plug-in: code that may be old, broken, or not meant well. */
    Result of(PluginJar jar) {
        try {
            ProviderModule module = jar.module();
            String name = Plain.line(module.name());
            Set<String> prefixes = Set.copyOf(module.settingsPrefixes());
            Optional<String> problem = strange(prefixes).or(() -> claim(name, prefixes));
            if (problem.isPresent()) {
                return new Result.Refused(problem.get());
            }
            // Contained first: what is looked at is what stays.
            Offer offer = contained(open(module, prefixes));
            Optional<String> wrong = wrongWith(offer, prefixes);
            if (wrong.isPresent()) {
                prefixes.forEach(prefixOwners::remove);
                return new Result.Refused(wrong.get());
            }
            return new Result.Loaded(new LoadedModule(name, Optional.of(jar.file()), new TreeSet<>(prefixes), offer));
        } catch (LinkageError | RuntimeException e) {
            return new Result.Refused("it fails when it is opened: " + Plain.of(e));
        }
    }

    private static Offer contained(Offer offer) {
        return new Offer(
                offer.identityProviders().stream().map(ContainedIdentity::of).toList(),
                offer.platforms().stream().map(ContainedPlatform::of).toList());
    }

    private static Optional<String> strange(Set<String> prefixes) {
        if (prefixes.isEmpty()
                || !prefixes.stream().allMatch(prefix -> PREFIX.matcher(prefix).matches())) {
            return Optional.of("its settings begin with " + Plain.line(String.join(", ", prefixes))
                    + ", which is not a provider's id in capitals");
        }
        return prefixes.stream()
                .filter(ServicesOwn.WORDS::contains)
                .findFirst()
                .map(prefix -> "it asks for settings that begin with " + prefix + "_, which are the service's");
    }

    private Optional<String> claim(String name, Set<String> prefixes) {
        for (String prefix : prefixes) {
            String owner = prefixOwners.get(prefix);
            if (owner != null) {
                return Optional.of("settings that begin with " + prefix + "_ belong to module " + owner);
            }
        }
        prefixes.forEach(prefix -> prefixOwners.put(prefix, name));
        return Optional.empty();
    }

    private static Optional<String> wrongWith(Offer offer, Set<String> prefixes) {
        var ids = Stream.concat(
                        offer.identityProviders().stream()
                                .map(one -> one.descriptor().id()),
                        offer.platforms().stream().map(one -> one.descriptor().id()))
                .toList();
        if (ids.isEmpty()) {
            return Optional.of("it offers no provider");
        }
        Optional<String> notItsOwn = ids.stream()
                .filter(id -> !prefixes.contains(id.settingsPrefix()))
                .map(ProviderId::settingsPrefix)
                .findFirst()
                .map(prefix -> "it offers a provider whose settings would begin with " + prefix
                        + "_, and does not name that among its own");
        return notItsOwn.or(() -> wrongApps(offer, prefixes, ids));
    }

    /** An app's secret is handed to its provider, so where it is kept says whose secret a plug-in gets. */
    private static Optional<String> wrongApps(Offer offer, Set<String> prefixes, List<ProviderId> ids) {
        return Stream.concat(
                        offer.identityProviders().stream()
                                .map(one -> one.descriptor().appNames()),
                        offer.platforms().stream().map(one -> one.descriptor().appNames()))
                .flatMap(names -> Stream.concat(
                        Stream.of(names.id(), names.secret())
                                .filter(name -> prefixes.stream().noneMatch(prefix -> name.startsWith(prefix + "_")))
                                .map(name -> "it wants its app from " + Plain.line(name)
                                        + ", which is not a setting of its own"),
                        names.otherwise().stream()
                                .filter(other -> !ids.contains(other))
                                .map(other -> "it wants the app of " + other + ", which is another module's")))
                .findFirst();
    }

    private Offer open(ProviderModule module, Set<String> prefixes) {
        var own = new OwnSettings(settings, prefixes);
        // Nothing is called before it is known whom the module may call.
        AtomicReference<Predicate<String>> reach = new AtomicReference<>(host -> false);
        Offer offer = module.open(new Kit(own, http.heldTo(host -> reach.get().test(host)), clock));
        Set<String> declared = new TreeSet<>();
        offer.identityProviders()
                .forEach(one -> declared.addAll(one.descriptor().hosts()));
        offer.platforms().forEach(one -> declared.addAll(one.descriptor().hosts()));
        Set<String> named = Set.copyOf(declared);
        reach.set(
                named.contains(ANYWHERE)
                        ? host -> true
                        : host -> named.contains(host) || own.hosts().contains(host));
        return offer;
    }
}
