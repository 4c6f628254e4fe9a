package dev.patchbay.adapter.persistence;

import dev.patchbay.adapter.persistence.Columns.Bytes16;
import dev.patchbay.adapter.persistence.Columns.Exact;
import dev.patchbay.adapter.persistence.Columns.Owner;
import dev.patchbay.adapter.persistence.Columns.ProviderName;
import dev.patchbay.adapter.persistence.Columns.Sealed;
import dev.patchbay.adapter.persistence.Columns.Utc;
import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Clocks;
import dev.patchbay.domain.connection.ConnectionId;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.ParkedGrant;
import dev.patchbay.domain.connection.SealedTokens;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.provider.Scopes;
import dev.patchbay.domain.vault.SealedSecret;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("parked_grant")
record ParkedGrantRow(
        @Id @Bytes16 UUID id,
        @Owner AccountId accountId,
        @ProviderName ProviderId platform,
        @ProviderName ProviderId appProvider,
        @Exact String clientId,
        String externalId,
        @Nullable String externalName,
        @Nullable String externalPicture,
        String scopes,
        String tokenType,
        @Sealed SealedSecret accessToken,
        @Sealed @Nullable SealedSecret refreshToken,
        @Utc Instant accessIssuedAt,
        @Utc Instant accessExpiresAt,
        @Utc Instant consentedAt,
        @Utc @Nullable Instant reauthorizeBy,
        @Utc Instant expiresAt) {

    static ParkedGrantRow of(ParkedGrant grant) {
        Clocks clocks = grant.clocks();
        return new ParkedGrantRow(
                grant.id().value(),
                grant.account(),
                grant.platform(),
                grant.app().provider(),
                grant.app().name(),
                grant.who().id(),
                Shown.ifFits(grant.who().name(), Shown.NAME).orElse(null),
                Shown.ifFits(grant.who().picture(), Shown.ADDRESS).orElse(null),
                grant.scopes().toString(),
                grant.tokens().tokenType(),
                grant.tokens().accessToken(),
                grant.tokens().refreshToken().orElse(null),
                clocks.accessIssuedAt(),
                clocks.accessExpiresAt(),
                clocks.consentedAt(),
                clocks.reauthorizeBy().orElse(null),
                grant.expiresAt());
    }

    ParkedGrant grant() {
        return new ParkedGrant(
                new ConnectionId(id),
                accountId,
                platform,
                ClientAppId.named(appProvider, clientId),
                new ExternalAccount(
                        externalId, Optional.ofNullable(externalName), Optional.ofNullable(externalPicture)),
                Scopes.parse(scopes),
                new Clocks(accessIssuedAt, accessExpiresAt, consentedAt, Optional.ofNullable(reauthorizeBy)),
                new SealedTokens(tokenType, accessToken, Optional.ofNullable(refreshToken)),
                expiresAt);
    }
}
