package dev.patchbay.domain.merge;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.chat.Chat;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.clientapp.Seat;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.connection.ParkedGrant;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.signin.SignInMethod;
import java.util.List;
import java.util.Optional;

/**
 * What an account has, as it was read.
 *
 * @param seats those that it holds in other people's apps
 * @param parked grants that wait for its yes
 */
public record Holdings(
        AccountId account,
        List<SignInMethod> methods,
        List<Connection> connections,
        List<ParkedGrant> parked,
        List<OwnApp> apps,
        List<Seat> seats,
        List<Chat> chats) {
    public Holdings {
        methods = List.copyOf(methods);
        connections = List.copyOf(connections);
        parked = List.copyOf(parked);
        apps = List.copyOf(apps);
        seats = List.copyOf(seats);
        chats = List.copyOf(chats);
    }

    Optional<Connection> connectionAt(ProviderId platform) {
        return connections.stream()
                .filter(one -> one.platform().equals(platform))
                .findFirst();
    }

    boolean hasMethodAt(ProviderId provider) {
        return methods.stream().anyMatch(one -> one.identity().provider().equals(provider));
    }

    boolean hasAppAt(ProviderId platform) {
        return apps.stream().anyMatch(one -> one.platform().equals(platform));
    }
}
