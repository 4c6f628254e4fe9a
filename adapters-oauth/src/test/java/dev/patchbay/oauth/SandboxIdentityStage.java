package dev.patchbay.oauth;

import dev.patchbay.port.provider.Forgery;
import dev.patchbay.port.provider.IdentityProvider;
import dev.patchbay.port.provider.IdentityStage;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import dev.patchbay.sandbox.microsoft.SandboxMicrosoft;
import dev.patchbay.sandbox.party.Fault;
import dev.patchbay.sandbox.party.OAuthParty;
import dev.patchbay.sandbox.party.SandboxClient;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A party of the sandbox that people sign in with, and the adapter under test pointed at it. */
public final class SandboxIdentityStage extends SandboxStage implements IdentityStage {
    private static final Set<Forgery> ALL = EnumSet.allOf(Forgery.class);

    private final Role role;
    private final IdentityProvider provider;

    private SandboxIdentityStage(
            Role role, Duration patience, BiFunction<GuardedHttp, Sandbox, IdentityProvider> adapter) {
        super(role.provider(), role.client(), role.party(), patience);
        this.role = role;
        this.provider = adapter.apply(http(), sandbox());
    }

    /**
     * A party of the sandbox in its part.
     *
     * @param issuer of Ann's identity
     * @param forgeries that make sense there
     */
    private record Role(
            String provider,
            SandboxClient client,
            Function<Sandbox, OAuthParty> party,
            Function<Sandbox, String> issuer,
            boolean promisesIss,
            Set<Forgery> forgeries) {}

    /** Google; the adapter gets the HTTP client and the sandbox it has to be pointed at. */
    public static SandboxIdentityStage google(
            Duration patience, BiFunction<GuardedHttp, Sandbox, IdentityProvider> adapter) {
        var role = new Role(
                "google",
                SandboxOptions.GOOGLE_CLIENT,
                Sandbox::google,
                sandbox -> sandbox.googleIssuer().toString(),
                true,
                ALL);
        return new SandboxIdentityStage(role, patience, adapter);
    }

    /** Microsoft, where Ann has an account of her company's. */
    public static SandboxIdentityStage microsoft(
            Duration patience, BiFunction<GuardedHttp, Sandbox, IdentityProvider> adapter) {
        var role = new Role(
                "microsoft",
                SandboxOptions.MICROSOFT_CLIENT,
                Sandbox::microsoft,
                sandbox -> sandbox.microsoft().issuerOf(SandboxMicrosoft.CONTOSO),
                false,
                ALL);
        return new SandboxIdentityStage(role, patience, adapter);
    }

    /** GitHub, which has no ID tokens. */
    public static SandboxIdentityStage github(
            Duration patience, BiFunction<GuardedHttp, Sandbox, IdentityProvider> adapter) {
        var role = new Role(
                "github",
                SandboxOptions.GITHUB_CLIENT,
                Sandbox::github,
                sandbox -> sandbox.github().url().toString(),
                false,
                Set.of());
        return new SandboxIdentityStage(role, patience, adapter);
    }

    /** The OpenID provider of nobody in particular. */
    public static SandboxIdentityStage openId(
            Duration patience, BiFunction<GuardedHttp, Sandbox, IdentityProvider> adapter) {
        var role = new Role(
                "example",
                SandboxOptions.OPENID_CLIENT,
                Sandbox::openId,
                sandbox -> sandbox.openId().issuer().toString(),
                true,
                ALL);
        return new SandboxIdentityStage(role, patience, adapter);
    }

    /** Telegram's login, where a token without a nonce is none that is forged. */
    public static SandboxIdentityStage telegram(
            Duration patience, BiFunction<GuardedHttp, Sandbox, IdentityProvider> adapter) {
        var role = new Role(
                "telegram",
                SandboxOptions.TELEGRAM_CLIENT,
                Sandbox::telegramLogin,
                sandbox -> sandbox.telegramLogin().issuer().toString(),
                false,
                EnumSet.complementOf(EnumSet.of(Forgery.NO_NONCE)));
        return new SandboxIdentityStage(role, patience, adapter);
    }

    @Override
    public IdentityProvider provider() {
        return provider;
    }

    @Override
    public String issuer() {
        return role.issuer().apply(sandbox());
    }

    @Override
    public boolean promisesIss() {
        return role.promisesIss();
    }

    @Override
    public Set<Forgery> forgeries() {
        return role.forgeries();
    }

    @Override
    public void forge(Forgery forgery) {
        party().script(
                        switch (forgery) {
                            case BAD_SIGNATURE -> Fault.Kind.ID_TOKEN_BAD_SIGNATURE;
                            case STRANGERS_KEY_UNDER_OUR_KID -> Fault.Kind.ID_TOKEN_WRONG_KEY;
                            case UNSIGNED -> Fault.Kind.ID_TOKEN_UNSIGNED;
                            case HS256_WITH_THE_PUBLIC_KEY -> Fault.Kind.ID_TOKEN_HS256_PUBLIC_KEY;
                            case OTHER_ISSUER -> Fault.Kind.ID_TOKEN_WRONG_ISSUER;
                            case OTHER_AUDIENCE -> Fault.Kind.ID_TOKEN_WRONG_AUDIENCE;
                            case NO_NONCE -> Fault.Kind.ID_TOKEN_NO_NONCE;
                            case OTHER_NONCE -> Fault.Kind.ID_TOKEN_WRONG_NONCE;
                            case EXPIRED -> Fault.Kind.ID_TOKEN_EXPIRED;
                            case FROM_THE_FUTURE -> Fault.Kind.ID_TOKEN_FROM_THE_FUTURE;
                            case NO_SUBJECT -> Fault.Kind.ID_TOKEN_NO_SUBJECT;
                        });
    }

    @Override
    public void rotateKeys() {
        party().script(Fault.Kind.KEYS_ROTATED);
    }
}
