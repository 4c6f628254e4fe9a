package dev.patchbay.adapter.web.page;

import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Revocation;
import dev.patchbay.domain.connection.TokenAnswer;
import dev.patchbay.domain.connection.WhoAnswer;
import dev.patchbay.domain.provider.GrantClass;
import dev.patchbay.domain.provider.IdentityDescriptor;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.Fixtures;
import dev.patchbay.port.InMemoryStore;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.SeededSecrets;
import dev.patchbay.port.clientapp.SharedApps;
import dev.patchbay.port.provider.AuthorizationIntent;
import dev.patchbay.port.provider.AuthorizationStart;
import dev.patchbay.port.provider.CodeExchange;
import dev.patchbay.port.provider.Identification;
import dev.patchbay.port.provider.IdentityProvider;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.port.provider.TokensInHand;
import dev.patchbay.usecase.attempt.BotAddress;
import dev.patchbay.usecase.chat.SignInByChat;
import dev.patchbay.usecase.provider.ListProviders;
import dev.patchbay.usecase.provider.Providers;
import dev.patchbay.usecase.session.StartSession;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Outside parties that are only ever listed. */
final class Parties {
    private static final URI ELSEWHERE = URI.create("https://party.example/");

    private Parties() {}

    /** Google under that name and Spotify, with apps for those named. */
    static ListProviders with(String googlesName, String... configured) {
        List<String> apps = Arrays.asList(configured);
        SharedApps shared =
                provider -> apps.contains(provider.value()) ? Optional.of(appOf(provider)) : Optional.empty();
        IdentityProvider google = new ListedGoogle(googlesName);
        Providers providers = new Providers(List.of(google), List.of(new ListedSpotify()));
        return new ListProviders(providers, shared);
    }

    private static ClientApp appOf(ProviderId provider) {
        return new ClientApp(new ClientAppId(provider, "client"), ClientApp.Kind.SHARED, Optional.empty(), ELSEWHERE);
    }

    private static UnsupportedOperationException onlyListed() {
        return new UnsupportedOperationException("this one is only listed");
    }

    /** What people who sign in and people who connect would ask alike. */
    abstract static class Listed {
        public AuthorizationStart authorize(ClientApp app, AuthorizationIntent intent) {
            throw onlyListed();
        }

        public boolean vouchesFor(Optional<String> iss) {
            throw onlyListed();
        }
    }

    private static final class ListedGoogle extends Listed implements IdentityProvider {
        private final IdentityDescriptor descriptor;

        ListedGoogle(String name) {
            this.descriptor = Fixtures.identityProvider(new ProviderId("google"), name);
        }

        @Override
        public IdentityDescriptor descriptor() {
            return descriptor;
        }

        @Override
        public Identification identify(ClientApp app, CodeExchange exchange) {
            throw onlyListed();
        }
    }

    private static final class ListedSpotify extends Listed implements MusicPlatform {
        @Override
        public ProviderDescriptor descriptor() {
            return new ProviderDescriptor(
                    new ProviderId("spotify"),
                    "Spotify",
                    ELSEWHERE,
                    ELSEWHERE,
                    List.of(),
                    Set.of(),
                    new GrantClass.Overlap(),
                    Optional.empty(),
                    Optional.empty(),
                    Duration.ofHours(1),
                    List.of());
        }

        @Override
        public TokenAnswer exchange(ClientApp app, CodeExchange exchange) {
            throw onlyListed();
        }

        @Override
        public TokenAnswer refresh(ClientApp app, Secret refreshToken) {
            throw onlyListed();
        }

        @Override
        public WhoAnswer whoIs(ClientApp app, Secret accessToken) {
            throw onlyListed();
        }

        @Override
        public Revocation revoke(ClientApp app, TokensInHand tokens) {
            throw onlyListed();
        }
    }

    /** @param bot whom people chat with, if there is one */
    static SignInByChat chats(Optional<BotAddress> bot) {
        InMemoryStore store = new InMemoryStore();
        SecretSource secrets = new SeededSecrets();
        Clock clock = Clock.fixed(Fixtures.NOW, ZoneOffset.UTC);
        return new SignInByChat(
                store.chatSignIns(),
                store.chatLinks(),
                store.chats(),
                store.accounts(),
                new StartSession(store.sessions(), store.activity(), secrets, Duration.ofDays(7), clock),
                bot,
                secrets,
                clock);
    }
}
