package dev.patchbay.adapter.telegramlogin;

import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.oauth.IdTokenContract;
import dev.patchbay.oauth.IdTokenScenario;
import dev.patchbay.oauth.OpManner;
import dev.patchbay.port.provider.IdentityProvider;
import java.net.URI;
import java.time.Clock;
import java.util.Map;

class TelegramIdTokenTest extends IdTokenContract {
    @Override
    protected IdentityProvider provider(GuardedHttp http, Clock clock, String home) {
        return new TelegramIdentity(http, clock, URI.create(home));
    }

    @Override
    protected OpManner manner() {
        return new OpManner() {
            @Override
            public String home(String server) {
                return server + "/telegram";
            }

            @Override
            public Map<String, Object> claims() {
                return Map.of("id", 7_100_000_001L);
            }
        };
    }

    /** Telegram does not say that it repeats the nonce in the code flow; PKCE binds the code to the attempt. */
    @Override
    protected IdTokenScenario.Verdict expected(IdTokenScenario scenario) {
        return scenario == IdTokenScenario.NO_NONCE ? IdTokenScenario.Verdict.PROVEN : scenario.verdict();
    }
}
