package dev.patchbay.app.settings;

import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.clientapp.Pace;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.port.clientapp.Paces;
import dev.patchbay.port.settings.ModuleSettings;
import dev.patchbay.port.settings.Settings;
import dev.patchbay.usecase.provider.Providers;
import java.util.Map;
import java.util.TreeMap;

/** How many calls an app may make each second, by provider: {@code <P>_CALLS_PER_SECOND}; twice that at once after a rest. */
public final class SettingsPaces implements Paces, ModuleSettings {
    private static final int USUAL = 20;
    private static final int MOST = 100_000;

    private final Map<ProviderId, Pace> byProvider = new TreeMap<>();

    public SettingsPaces(Settings settings, Providers providers) {
        providers.platforms().forEach(platform -> {
            int perSecond = settings.number(platform.id().settingsPrefix() + "_CALLS_PER_SECOND", USUAL, 1, MOST);
            byProvider.put(platform.id(), pace(perSecond));
        });
    }

    @Override
    public Pace of(ClientAppId app) {
        return byProvider.getOrDefault(app.provider(), pace(USUAL));
    }

    private static Pace pace(int perSecond) {
        return new Pace(perSecond, perSecond * 2);
    }
}
