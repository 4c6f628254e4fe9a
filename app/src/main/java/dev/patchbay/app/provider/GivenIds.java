package dev.patchbay.app.provider;

import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.provider.IdentityProvider;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.port.settings.Settings;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Ids that an operator gave by the name of a setting, such as {@code OIDC_HOME_ISSUER}. One that a provider here has already is a
 * wrong setting, to be told with all others; two modules with one id are a wrong installation.
 */
public final class GivenIds {
    private GivenIds() {}

    /** The providers without those whose given id is taken; that is noted. */
    public static List<IdentityProvider> unclaimed(
            Collection<IdentityProvider> identityProviders, Collection<MusicPlatform> platforms, Settings settings) {
        Set<ProviderId> taken = new HashSet<>();
        platforms.forEach(one -> taken.add(one.id()));
        identityProviders.stream().filter(one -> !isGiven(one)).forEach(one -> taken.add(one.id()));
        return identityProviders.stream()
                .filter(one -> {
                    boolean clash = isGiven(one) && taken.contains(one.id());
                    if (clash) {
                        settings.problem(
                                one.descriptor().appNames().id(),
                                "makes a provider with the id " + one.id()
                                        + ", which another one here has; give it another name");
                    }
                    return !clash;
                })
                .toList();
    }

    /** The settings of all others begin with their id. */
    private static boolean isGiven(IdentityProvider provider) {
        return !provider.descriptor().appNames().id().startsWith(provider.id().settingsPrefix() + "_");
    }
}
