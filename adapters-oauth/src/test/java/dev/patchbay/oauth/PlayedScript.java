package dev.patchbay.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.oauth.ProviderModule.Kit;
import dev.patchbay.oauth.ProviderModule.Offer;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.port.settings.GivenSettings;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.party.OAuthParty;
import dev.patchbay.sandbox.played.PlayedParty;
import dev.patchbay.sandbox.played.Script;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A script that a module brings along, put on stage. */
final class PlayedScript {
    private final Script script;
    private @Nullable Map<String, String> settings;

    PlayedScript(Script script) {
        this.script = script;
    }

    static Script of(Class<?> module) {
        URL found = module.getResource("/" + Script.RESOURCE);
        assertThat(found).as("src/main/resources/" + Script.RESOURCE).isNotNull();
        try (var reader = new InputStreamReader(found.openStream(), StandardCharsets.UTF_8)) {
            return Script.read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    OAuthParty open(Sandbox sandbox) {
        PlayedParty party = sandbox.play(script);
        settings = party.settings();
        return party;
    }

    MusicPlatform platform(GuardedHttp http, ProviderModule module) {
        Offer offer =
                module.open(new Kit(GivenSettings.strict(Objects.requireNonNull(settings)), http, Clock.systemUTC()));
        assertThat(offer.platforms()).hasSize(1);
        return offer.platforms().getFirst();
    }
}
