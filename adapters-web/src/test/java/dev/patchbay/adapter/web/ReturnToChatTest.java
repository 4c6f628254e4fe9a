package dev.patchbay.adapter.web;

import static dev.patchbay.port.Fixtures.SPOTIFY;
import static dev.patchbay.port.Fixtures.anAttempt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.attempt.Proof;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.vault.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReturnToChatTest {

    private static final String STATE = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLM-_01";

    private final TestService service = TestService.start();
    private final TestService.Person ann = service.person("Ann");

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void a_browser_that_comes_back_for_a_chat_is_sent_to_the_bot_with_the_handoff_and_nothing_else() {
        begunInAChat();

        Answer landing = ann.client().get("/platforms/spotify/callback?code=some-code&state=" + STATE);

        assertLandedAtTheBot(landing);
        assertThat(service.spotify.exchanges()).isZero();
    }

    @Test
    void an_error_of_the_provider_looks_the_same_to_the_browser() {
        begunInAChat();

        assertLandedAtTheBot(service.client().get("/platforms/spotify/callback?error=access_denied&state=" + STATE));
    }

    private void begunInAChat() {
        service.store
                .attempts()
                .add(anAttempt()
                        .toConnect(SPOTIFY)
                        .by(ann.account)
                        .withState(Secret.of(STATE).fingerprint())
                        .provenBy(new Proof.Chat(new ChatUser(7)))
                        .build());
    }

    private static void assertLandedAtTheBot(Answer landing) {
        assertThat(landing.status()).isEqualTo(303);
        assertThat(landing.header("Location"))
                .matches("https://patchbay\\.example/done\\?from=spotify&start=[A-Za-z0-9_-]{43}");
        assertThat(landing.setCookies()).isEmpty();
    }
}
