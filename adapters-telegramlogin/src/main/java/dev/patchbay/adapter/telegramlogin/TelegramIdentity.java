package dev.patchbay.adapter.telegramlogin;

import dev.patchbay.domain.provider.AppNames;
import dev.patchbay.domain.provider.IdentityDescriptor;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Quirk;
import dev.patchbay.domain.provider.Scope;
import dev.patchbay.domain.provider.ScopeReason;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.oauth.Claims;
import dev.patchbay.oauth.GuardedHttp;
import dev.patchbay.oauth.OpenIdProvider;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Sign-in with Telegram. It needs no bot to run here, only one to be registered with BotFather.
 *
 * @see <a href="https://core.telegram.org/bots/telegram-login">Log in with Telegram</a>
 */
public final class TelegramIdentity extends OpenIdProvider {
    static final URI REAL_ISSUER = URI.create("https://oauth.telegram.org");

    private static final ProviderId ID = new ProviderId("telegram");
    private static final URI PAGE = URI.create("https://core.telegram.org/bots/telegram-login");
    private static final Pattern USER_ID = Pattern.compile("[1-9][0-9]{0,17}");
    private static final IdentityDescriptor DESCRIPTOR = new IdentityDescriptor(
            ID,
            "Telegram",
            URI.create("https://t.me/BotFather"),
            List.of(
                    new ScopeReason(new Scope("openid"), "Know that it is you."),
                    new ScopeReason(new Scope("profile"), "Greet you by your name.")),
            List.of(),
            List.of(
                    new Quirk(
                            "id_is_the_user",
                            "The claim id is the number that bots know a person by; sub is another number and kept"
                                    + " beside it.",
                            PAGE),
                    new Quirk(
                            "nonce_may_lack",
                            "A nonce is sent; whether ID tokens of the code flow repeat it is not documented. One that"
                                    + " is there must be ours, and without one PKCE binds the code to the attempt.",
                            PAGE),
                    new Quirk("no_userinfo", "There is no userinfo endpoint and no e-mail address.", PAGE)),
            Set.of("oauth.telegram.org"),
            AppNames.usual(ID));

    TelegramIdentity(GuardedHttp http, Clock clock, URI issuer) {
        super(http, clock, DESCRIPTOR, issuer.toString());
    }

    @Override
    protected boolean nonceMayLack() {
        return true;
    }

    /** The same number as in a chat, so that both ways in are known to be one person's. */
    @Override
    protected Optional<ExternalIdentity> recognize(Claims claims, ExternalIdentity usual) {
        return claims.id("id")
                .filter(id -> USER_ID.matcher(id).matches())
                .map(id -> usual.namedBy(usual.issuer(), id, Optional.of(usual.subject())));
    }
}
