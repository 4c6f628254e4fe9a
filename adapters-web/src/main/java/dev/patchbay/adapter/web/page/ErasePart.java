package dev.patchbay.adapter.web.page;

import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.clientapp.Seat;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.provider.Capability;
import dev.patchbay.domain.provider.ProviderDescriptor;
import dev.patchbay.port.provider.MusicPlatform;
import dev.patchbay.usecase.account.ExportAccount.Kept;
import dev.patchbay.usecase.provider.Providers;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;

/** Says exactly what erasing an account would do, before anybody is asked. Safe for many threads. */
@Singleton
final class ErasePart {
    private final Providers providers;
    private final PartyNames names;

    ErasePart(Providers providers, PartyNames names) {
        this.providers = providers;
        this.names = names;
    }

    Html loses(Kept kept, Words words) {
        Stream<Html> connections = kept.connections().isEmpty()
                ? Stream.of(line(words.say("account.erase.no-connections")))
                : kept.connections().stream()
                        .map(connection -> new Html("<li data-platform=\"%s\" data-name=\"%s\">%s</li>"
                                .formatted(
                                        connection.platform(),
                                        Html.text(names.of(connection.platform()))
                                                .markup(),
                                        connection(connection, words).markup())));
        Stream<Html> apps = kept.apps().stream().map(app -> line(app(app, kept, words)));
        Stream<Html> seats = kept.seatsHeld().stream()
                .map(seat ->
                        line(words.say("account.erase.seat", names.of(seat.app().provider()))));
        Stream<Html> rest = Stream.of(line(words.say("account.erase.rest")));
        return Html.lines(Stream.of(connections, apps, seats, rest).flatMap(lines -> lines));
    }

    private static Html line(String text) {
        return new Html("<li>" + Html.text(text).markup() + "</li>");
    }

    private Html connection(Connection connection, Words words) {
        String name = names.of(connection.platform());
        Optional<ProviderDescriptor> platform =
                providers.platform(connection.platform()).map(MusicPlatform::descriptor);
        if (platform.isEmpty()) {
            return Html.text(words.say("account.erase.gone", name));
        }
        if (platform.get().can(Capability.REVOKE)) {
            return Html.text(words.say("account.erase.revoked", name));
        }
        Html link = new Html("<a href=\"%s\" target=\"_blank\" rel=\"noopener noreferrer\">%s</a>"
                .formatted(
                        Html.text(platform.get().accessPage().toString()).markup(),
                        Html.text(words.say("account.erase.page", name)).markup()));
        String line =
                Html.text(words.say("account.erase.only-you", name, "{link}")).markup();
        return new Html(line.replace("{link}", link.markup()));
    }

    private String app(OwnApp app, Kept kept, Words words) {
        String line = words.say("account.erase.app", names.of(app.platform()));
        long taken = kept.seatsGiven().stream()
                .filter(seat -> seat.app().provider().equals(app.platform()))
                .filter(seat -> seat.state() instanceof Seat.State.Taken)
                .count();
        return taken == 0 ? line : line + " " + words.count("account.erase.app-seats", taken);
    }
}
