package dev.patchbay.usecase.account;

import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.session.SignedIn;
import dev.patchbay.port.connection.Connections;
import dev.patchbay.port.picture.Picture;
import dev.patchbay.port.picture.Pictures;
import java.util.Optional;

/** Shows a person the picture of an outside account that they connected. Asked by us, so that the platform does not learn who looks when. */
public final class ShowPicture {
    private final Connections connections;
    private final Pictures pictures;

    public ShowPicture(Connections connections, Pictures pictures) {
        this.connections = connections;
        this.pictures = pictures;
    }

    /** Empty when they are not connected there, the account has no picture, or it cannot be had now. */
    public Optional<Picture> ofConnection(SignedIn who, ProviderId platform) {
        return connections
                .of(who.account(), platform)
                .map(Connection::who)
                .flatMap(outside -> outside.picture())
                .flatMap(pictures::at);
    }

    /** What the outside account is called; empty when they are not connected there. */
    public Optional<String> nameAt(SignedIn who, ProviderId platform) {
        return connections.of(who.account(), platform).map(Connection::who).map(outside -> outside.name()
                .orElse(outside.id()));
    }
}
