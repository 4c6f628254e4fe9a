package dev.patchbay.oauth;

import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.oauth.HttpAnswer.Answered;
import dev.patchbay.oauth.HttpAnswer.NoAnswer;
import io.micronaut.json.tree.JsonNode;
import java.net.URI;
import java.util.Optional;

/**
 * Puts together what is shown of somebody: from the ID token, and from the userinfo endpoint (OpenID Connect Core 1.0
 * §5.3) when the ID token lacks name or e-mail. Userinfo about anybody else is ignored, and none at all is no failure.
 * An address counts as verified by the word of whichever of the two named it, if that says {@code true} and nothing else.
 */
record Person(GuardedHttp http, Optional<URI> userinfo) {
    private static final int LONGEST = 255;

    ExternalIdentity describe(ProviderId provider, String issuer, Claims claims, Secret accessToken) {
        String subject = claims.text("sub").orElseThrow();
        Optional<String> email = claims.text("email");
        Optional<String> name = claims.text("name");
        Optional<String> picture = claims.text("picture");
        Optional<JsonNode> more = email.isPresent() && name.isPresent() ? Optional.empty() : ask(subject, accessToken);
        boolean verified = email.isPresent() ? claims.isTrue("email_verified") : isVerified(more);
        return new ExternalIdentity(
                        provider,
                        issuer,
                        subject,
                        Display.line(email.or(() -> said(more, "email")), LONGEST),
                        Display.line(name.or(() -> said(more, "name")), LONGEST),
                        Display.picture(picture.or(() -> said(more, "picture"))))
                .withEmailVerified(verified);
    }

    private static boolean isVerified(Optional<JsonNode> more) {
        return more.flatMap(json -> Json.member(json, "email_verified"))
                .filter(said -> said.isBoolean() && said.getBooleanValue())
                .isPresent();
    }

    private static Optional<String> said(Optional<JsonNode> more, String name) {
        return more.flatMap(json -> Json.text(json, name));
    }

    private Optional<JsonNode> ask(String subject, Secret accessToken) {
        return userinfo.flatMap(address -> switch (http.send(
                HttpCall.get(address).bearer(accessToken))) {
            case NoAnswer none -> Optional.empty();
            case Answered answered ->
                Optional.of(answered)
                        .filter(whole -> whole.status() == 200)
                        .flatMap(whole -> whole.body().object())
                        .filter(json ->
                                Json.text(json, "sub").filter(subject::equals).isPresent());
        });
    }
}
