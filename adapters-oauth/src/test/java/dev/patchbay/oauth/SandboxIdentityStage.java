package dev.patchbay.oauth;

import dev.patchbay.port.provider.Forgery;
import dev.patchbay.port.provider.IdentityProvider;
import dev.patchbay.port.provider.IdentityStage;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import dev.patchbay.sandbox.party.Fault;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiFunction;

/** The sandbox's Google, with the adapter under test pointed at it. */
public final class SandboxIdentityStage extends SandboxStage implements IdentityStage {
    private final IdentityProvider provider;

    private SandboxIdentityStage(Duration patience, BiFunction<GuardedHttp, Sandbox, IdentityProvider> adapter) {
        super("google", SandboxOptions.GOOGLE_CLIENT, Sandbox::google, patience);
        this.provider = adapter.apply(http(), sandbox());
    }

    /** Google; the adapter gets the HTTP client and the sandbox it has to be pointed at. */
    public static SandboxIdentityStage google(
            Duration patience, BiFunction<GuardedHttp, Sandbox, IdentityProvider> adapter) {
        return new SandboxIdentityStage(patience, adapter);
    }

    @Override
    public IdentityProvider provider() {
        return provider;
    }

    @Override
    public String issuer() {
        return sandbox().googleIssuer().toString();
    }

    @Override
    public boolean promisesIss() {
        return true;
    }

    @Override
    public Set<Forgery> forgeries() {
        return EnumSet.allOf(Forgery.class);
    }

    @Override
    public void forge(Forgery forgery) {
        sandbox()
                .google()
                .script(
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
        sandbox().google().script(Fault.Kind.KEYS_ROTATED);
    }
}
