package dev.patchbay.app.provider;

import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.settings.Settings;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;

/** The settings of one module, and the hosts in those of them that are addresses. Safe for many threads. */
final class OwnSettings implements Settings {
    private final Settings all;
    private final Set<String> prefixes;
    private final Set<String> hosts = ConcurrentHashMap.newKeySet();

    OwnSettings(Settings all, Set<String> prefixes) {
        this.all = all;
        this.prefixes = Set.copyOf(prefixes);
    }

    /** Where the operator said this module's parties are. */
    Set<String> hosts() {
        return hosts;
    }

    @Override
    public Optional<String> text(String name) {
        return all.text(own(name));
    }

    @Override
    public Optional<Secret> secret(String name) {
        return all.secret(own(name));
    }

    @Override
    public URI url(String name, URI fallback) {
        URI url = all.url(own(name), fallback);
        if (!url.equals(fallback) && url.getHost() != null) {
            hosts.add(url.getHost().toLowerCase(Locale.ROOT));
        }
        return url;
    }

    @Override
    public int number(String name, int fallback, int min, int max) {
        return all.number(own(name), fallback, min, max);
    }

    @Override
    public SortedSet<String> namesBeginningWith(String prefix) {
        return all.namesBeginningWith(own(prefix));
    }

    @Override
    public void problem(String name, String what) {
        all.problem(own(name), what);
    }

    private String own(String name) {
        if (prefixes.stream().noneMatch(prefix -> name.startsWith(prefix + "_"))) {
            throw new IllegalArgumentException(name + " is not a setting of this module, whose settings begin with "
                    + String.join("_, ", prefixes) + "_");
        }
        return name;
    }
}
