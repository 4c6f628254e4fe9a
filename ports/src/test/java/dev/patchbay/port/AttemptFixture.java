package dev.patchbay.port;

import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.attempt.Attempt;
import dev.patchbay.domain.attempt.Proof;
import dev.patchbay.domain.attempt.Purpose;
import dev.patchbay.domain.attempt.ReturnTo;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.session.SessionId;
import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.domain.vault.SealedSecret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An attempt in the making. Unless said otherwise: a sign-in at Google, begun now in a browser. */
public final class AttemptFixture {

    private final UUID id = UUID.randomUUID();
    private Fingerprint state = Fixtures.aFingerprint();
    private Purpose purpose = Purpose.SIGN_IN;
    private ProviderId provider = Fixtures.GOOGLE;
    private Optional<AccountId> account = Optional.empty();
    private Optional<SessionId> session = Optional.empty();
    private Proof proof = new Proof.FlowCookie(Fixtures.aFingerprint());
    private SealedSecret verifier = new SealedSecret(("verifier " + id).getBytes(StandardCharsets.UTF_8));
    private Scopes scopes = Scopes.of("openid", "email");
    private Instant startedAt = Fixtures.NOW;

    AttemptFixture() {}

    public AttemptFixture toSignInAt(ProviderId where) {
        return purpose(Purpose.SIGN_IN, where);
    }

    public AttemptFixture toLink(ProviderId where) {
        return purpose(Purpose.LINK, where);
    }

    public AttemptFixture toMerge(ProviderId where) {
        return purpose(Purpose.MERGE, where);
    }

    public AttemptFixture toConnect(ProviderId where) {
        return purpose(Purpose.CONNECT, where);
    }

    public AttemptFixture toReconnect(ProviderId where) {
        return purpose(Purpose.RECONNECT, where);
    }

    public AttemptFixture by(Account who) {
        account = Optional.of(who.id());
        return this;
    }

    /** Unless said otherwise, what is bound to a session is bound to one that nobody else has. */
    public AttemptFixture boundTo(SessionId which) {
        session = Optional.of(which);
        return this;
    }

    public AttemptFixture withState(Fingerprint fingerprint) {
        state = fingerprint;
        return this;
    }

    public AttemptFixture provenBy(Proof how) {
        proof = how;
        return this;
    }

    public AttemptFixture asking(String... scopeNames) {
        scopes = Scopes.of(scopeNames);
        return this;
    }

    public AttemptFixture sealing(SealedSecret sealedVerifier) {
        verifier = sealedVerifier;
        return this;
    }

    public AttemptFixture startedAt(Instant when) {
        startedAt = when;
        return this;
    }

    public Attempt build() {
        return new Attempt(
                id,
                state,
                purpose,
                provider,
                Fixtures.theAppOf(provider),
                account,
                boundSession(),
                proof,
                verifier,
                Fixtures.aFingerprint(),
                URI.create("https://patchbay.example/auth/" + provider + "/callback"),
                new ReturnTo(URI.create("https://patchbay.example/done?from=" + provider)),
                scopes,
                startedAt,
                startedAt.plus(Attempt.LIFE));
    }

    private Optional<SessionId> boundSession() {
        return purpose.isBoundToSession()
                ? session.or(() -> Optional.of(new SessionId(UUID.randomUUID())))
                : Optional.empty();
    }

    private AttemptFixture purpose(Purpose why, ProviderId where) {
        purpose = why;
        provider = where;
        return this;
    }
}
