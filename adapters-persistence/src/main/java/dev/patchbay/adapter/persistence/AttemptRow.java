package dev.patchbay.adapter.persistence;

import dev.patchbay.adapter.persistence.Columns.Bytes16;
import dev.patchbay.adapter.persistence.Columns.Exact;
import dev.patchbay.adapter.persistence.Columns.Hash;
import dev.patchbay.adapter.persistence.Columns.Owner;
import dev.patchbay.adapter.persistence.Columns.ProviderName;
import dev.patchbay.adapter.persistence.Columns.Sealed;
import dev.patchbay.adapter.persistence.Columns.Utc;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.attempt.Attempt;
import dev.patchbay.domain.attempt.Proof;
import dev.patchbay.domain.attempt.Purpose;
import dev.patchbay.domain.attempt.ReturnTo;
import dev.patchbay.domain.chat.ChatUser;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.session.SessionId;
import dev.patchbay.domain.vault.Fingerprint;
import dev.patchbay.domain.vault.SealedSecret;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("attempt")
record AttemptRow(
        @Id @Bytes16 UUID id,
        @Hash Fingerprint stateHash,
        Purpose purpose,
        @ProviderName ProviderId provider,
        @ProviderName ProviderId appProvider,
        @Exact String clientId,
        @Owner @Nullable AccountId accountId,
        @Bytes16 @Nullable UUID sessionId,
        ProofKind proof,
        @Hash @Nullable Fingerprint flowCookieHash,
        @Nullable Long chatUser,
        @Sealed SealedSecret verifier,
        @Hash Fingerprint nonceHash,
        String redirectUri,
        String returnTo,
        String scopes,
        @Utc Instant startedAt,
        @Utc Instant expiresAt) {

    /** The names in the column {@code proof}. */
    enum ProofKind {
        FLOW_COOKIE,
        HANDOFF,
        CHAT
    }

    static AttemptRow of(Attempt attempt) {
        return switch (attempt.proof()) {
            case Proof.FlowCookie(Fingerprint cookie) -> of(attempt, ProofKind.FLOW_COOKIE, cookie, null);
            case Proof.Handoff() -> of(attempt, ProofKind.HANDOFF, null, null);
            case Proof.Chat(ChatUser user) -> of(attempt, ProofKind.CHAT, null, user.value());
        };
    }

    private static AttemptRow of(
            Attempt attempt, ProofKind proof, @Nullable Fingerprint cookie, @Nullable Long chatUser) {
        return new AttemptRow(
                attempt.id(),
                attempt.stateFingerprint(),
                attempt.purpose(),
                attempt.provider(),
                attempt.app().provider(),
                attempt.app().name(),
                attempt.account().orElse(null),
                attempt.session().map(SessionId::value).orElse(null),
                proof,
                cookie,
                chatUser,
                attempt.verifier(),
                attempt.nonceFingerprint(),
                attempt.redirectUri().toString(),
                attempt.returnTo().address().toString(),
                attempt.scopes().toString(),
                attempt.startedAt(),
                attempt.expiresAt());
    }

    Attempt attempt() {
        return new Attempt(
                id,
                stateHash,
                purpose,
                provider,
                ClientAppId.named(appProvider, clientId),
                Optional.ofNullable(accountId),
                Optional.ofNullable(sessionId).map(SessionId::new),
                howProven(),
                verifier,
                nonceHash,
                URI.create(redirectUri),
                new ReturnTo(URI.create(returnTo)),
                Scopes.parse(scopes),
                startedAt,
                expiresAt);
    }

    private Proof howProven() {
        return switch (proof) {
            case FLOW_COOKIE -> new Proof.FlowCookie(Objects.requireNonNull(flowCookieHash));
            case HANDOFF -> new Proof.Handoff();
            case CHAT -> new Proof.Chat(new ChatUser(Objects.requireNonNull(chatUser)));
        };
    }
}
