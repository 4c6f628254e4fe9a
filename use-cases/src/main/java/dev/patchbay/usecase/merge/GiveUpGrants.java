package dev.patchbay.usecase.merge;

import dev.patchbay.domain.clientapp.ClientApp;
import dev.patchbay.domain.clientapp.ClientAppId;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ExternalAccount;
import dev.patchbay.domain.connection.ParkedGrant;
import dev.patchbay.domain.connection.Revocation;
import dev.patchbay.domain.connection.SealedTokens;
import dev.patchbay.domain.merge.MergeDraft;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.KeyOwner;
import dev.patchbay.domain.vault.Place;
import dev.patchbay.domain.vault.SealedSecret;
import dev.patchbay.domain.vault.Secret;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.port.provider.TokensInHand;
import dev.patchbay.port.vault.Opening;
import dev.patchbay.port.vault.TokenVault;
import dev.patchbay.usecase.merge.Merging.GivenUp;
import dev.patchbay.usecase.provider.ClientApps;
import dev.patchbay.usecase.provider.Providers;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ends, at the platforms, the grants that a merge had no room for. What is needed for that is read before the merge, because the keys and
 * apps may be gone with it, and kept in memory only: of a process that stops in between, the person finds the grant at the platform.
 */
public final class GiveUpGrants {
    private final Providers providers;
    private final ClientApps apps;
    private final TokenVault vault;

    public GiveUpGrants(Providers providers, ClientApps apps, TokenVault vault) {
        this.providers = providers;
        this.apps = apps;
        this.vault = vault;
    }

    /** A grant that has no row any more. */
    record Leftover(ProviderId platform, Optional<ClientApp> app, TokensInHand tokens, boolean shared) {
        @Override
        public String toString() {
            return "a grant at " + platform;
        }
    }

    /** To be called before the merge. */
    List<Leftover> read(MergeDraft draft) {
        Stream<Leftover> connections = draft.connectionsLost().stream()
                .map(row -> leftover(
                        row.app(),
                        row.tokens(),
                        row.keyOwner(),
                        row.refreshTokenPlace(),
                        row.accessTokenPlace(),
                        stays(draft, row.platform(), row.who())));
        Stream<Leftover> parked = draft.ended().parked().stream()
                .map(grant -> leftover(
                        grant.app(),
                        grant.tokens(),
                        grant.keyOwner(),
                        ParkedGrant.refreshTokenPlace(grant.id(), grant.platform()),
                        ParkedGrant.accessTokenPlace(grant.id(), grant.platform()),
                        stays(draft, grant.platform(), grant.who())));
        return Stream.concat(connections, parked).toList();
    }

    /** Platforms may end all that somebody consented to when one token of theirs is withdrawn. */
    private static boolean stays(MergeDraft draft, ProviderId platform, ExternalAccount who) {
        return Stream.concat(draft.kept().connections().stream(), draft.ended().connections().stream())
                .filter(row -> !draft.connectionsLost().contains(row))
                .filter(row -> row.platform().equals(platform))
                .map(Connection::who)
                .anyMatch(other -> other.id().equals(who.id()));
    }

    private Leftover leftover(
            ClientAppId app, SealedTokens tokens, KeyOwner owner, Place refresh, Place access, boolean stays) {
        var inHand = new TokensInHand(
                open(owner, access, tokens.accessToken()),
                tokens.refreshToken().flatMap(kept -> open(owner, refresh, kept)));
        return new Leftover(app.provider(), apps.find(app), inHand, stays);
    }

    private Optional<Secret> open(KeyOwner owner, Place place, SealedSecret kept) {
        return vault.open(owner, place, kept) instanceof Opening.Opened(var secret)
                ? Optional.of(secret)
                : Optional.empty();
    }

    /** To be called when the merge is done. */
    GivenUp end(Leftover left) {
        if (left.shared()) {
            return new GivenUp(left.platform(), Optional.empty(), Optional.empty());
        }
        Optional<MusicPlatform> platform = providers.platform(left.platform());
        Revocation revocation = platform.isPresent()
                        && left.app().isPresent()
                        && left.tokens().longestLived().isPresent()
                ? apps.revoke(platform.get(), left.app().get(), left.tokens())
                : Revocation.FAILED;
        Optional<URI> page = revocation == Revocation.REVOKED
                ? Optional.empty()
                : platform.map(party -> party.descriptor().accessPage());
        return new GivenUp(left.platform(), Optional.of(revocation), page);
    }
}
