package dev.patchbay.oauth;

import com.nimbusds.jwt.JWTClaimsSet;
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
 */
record Person(GuardedHttp http, Optional<URI> userinfo) {
    private static final int LONGEST = 255;

    ExternalIdentity describe(ProviderId provider, String issuer, JWTClaimsSet claims, Secret accessToken) {
        String subject = IdTokenRules.text(claims, "sub").orElseThrow();
        Optional<String> email = IdTokenRules.text(claims, "email");
        Optional<String> name = IdTokenRules.text(claims, "name");
        Optional<String> picture = IdTokenRules.text(claims, "picture");
        Optional<JsonNode> more = email.isPresent() && name.isPresent() ? Optional.empty() : ask(subject, accessToken);
        return new ExternalIdentity(
                provider,
                issuer,
                subject,
                Display.line(email.or(() -> said(more, "email")), LONGEST),
                Display.line(name.or(() -> said(more, "name")), LONGEST),
                Display.picture(picture.or(() -> said(more, "picture"))));
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
