package dev.patchbay.domain.clientapp;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Place;
import dev.patchbay.domain.vault.SealedSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A client app that a person brought to a platform; they have at most one there.
 *
 * @param secret empty for a public client
 * @param secretSince when the secret was given, or the app was brought without one
 * @param previous the secret before that, for a while; empty when there is none, or the new one was seen to work
 * @param version counts what the owner changed, from 1; sealed secrets are bound to it
 * @param since when the app with this client id was brought
 */
public record OwnApp(
        AccountId owner,
        ProviderId platform,
        String clientId,
        Optional<SealedSecret> secret,
        Instant secretSince,
        Optional<Previous> previous,
        long version,
        Instant since) {
    /** How long the secret before is kept, to be tried when the new one is refused. */
    public static final Duration KEEP_PREVIOUS = Duration.ofDays(7);

    /**
     * The secret that was replaced.
     *
     * @param until when it is forgotten
     * @param preferred whether it was the one that worked last
     */
    public record Previous(SealedSecret secret, Instant until, boolean preferred) {}

    /** This app as another account's, at the same version. The secrets are sealed for that. */
    public OwnApp moved(AccountId to, Optional<SealedSecret> resealed, Optional<SealedSecret> previousResealed) {
        return new OwnApp(
                to,
                platform,
                clientId,
                resealed,
                secretSince,
                previous.map(one -> new Previous(previousResealed.orElseThrow(), one.until(), one.preferred())),
                version,
                since);
    }

    public ClientAppId id() {
        return new ClientAppId(platform, clientId, Optional.of(owner));
    }

    public KeyOwner keyOwner() {
        return KeyOwner.of(owner);
    }

    public Place secretPlace() {
        return secretPlace(owner, platform, version);
    }

    public Place previousSecretPlace() {
        return previousSecretPlace(owner, platform, version);
    }

    public static Place secretPlace(AccountId owner, ProviderId platform, long version) {
        return new Place("own_app.secret", owner.value(), platform.value(), version);
    }

    public static Place previousSecretPlace(AccountId owner, ProviderId platform, long version) {
        return new Place("own_app.previous_secret", owner.value(), platform.value(), version);
    }
}
