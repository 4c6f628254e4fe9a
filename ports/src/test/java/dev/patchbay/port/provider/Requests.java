package dev.patchbay.port.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.domain.clientapp.ClientApp;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** What both contracts expect of requests and of texts. */
final class Requests {
    private Requests() {}

    /** RFC 6749 §4.1.1 with RFC 7636 §4.3. */
    static void assertSound(URI url, ClientApp app, AuthorizationIntent intent) {
        Map<String, String> sent = Visit.parameters(url);
        assertThat(sent)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", app.clientId())
                .containsEntry("redirect_uri", app.redirectUri().toString())
                .containsEntry("state", intent.state().value().reveal())
                .containsEntry("code_challenge_method", "S256")
                .containsEntry(
                        "code_challenge", challenge(intent.verifier().value().reveal()));
        assertNothingSecret(url, app, intent);
    }

    static void assertNothingSecret(URI url, ClientApp app, AuthorizationIntent intent) {
        assertThat(url.toString())
                .as("neither the verifier nor the app's secret leaves with the browser")
                .doesNotContain(intent.verifier().value().reveal())
                .doesNotContain(app.clientSecret().orElseThrow().reveal());
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static void assertWithoutSecrets(String text, ProviderStage stage, Visit visit) {
        Set<String> issued = stage.issuedSecrets();
        assertThat(issued).as("the stage issued something").isNotEmpty();
        assertThat(text)
                .doesNotContain(issued)
                .doesNotContain(stage.app().clientSecret().orElseThrow().reveal())
                .doesNotContain(visit.intent().verifier().value().reveal())
                .doesNotContain(visit.intent().nonce().reveal());
    }
}
