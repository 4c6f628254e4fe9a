package dev.patchbay.adapter.telegramlogin;

import dev.patchbay.oauth.ProviderModule;
import java.net.URI;
import java.util.Set;

/** Offers Telegram's login; where it is, {@code TELEGRAM_ISSUER} says. */
public final class TelegramLoginModule implements ProviderModule {
    @Override
    public String name() {
        return "Telegram login";
    }

    @Override
    public Set<String> settingsPrefixes() {
        return Set.of("TELEGRAM");
    }

    @Override
    public Offer open(Kit kit) {
        URI issuer = kit.settings().url("TELEGRAM_ISSUER", TelegramIdentity.REAL_ISSUER);
        return Offer.of(new TelegramIdentity(kit.http(), kit.clock(), issuer));
    }
}
