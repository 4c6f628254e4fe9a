package dev.patchbay.adapter.web.merge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.clientapp.OwnApp;
import dev.patchbay.domain.clientapp.Seat;
import dev.patchbay.domain.connection.Connection;
import dev.patchbay.domain.merge.MergeConflict;
import dev.patchbay.domain.merge.MergeDraft;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.signin.SignInMethod;
import dev.patchbay.usecase.merge.MergePreview;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Exactly what merging would do now.
 *
 * @param preview names what is shown; the confirmation repeats it
 * @param moves what the account that ends brings along
 * @param lost what there is no room for, of either account
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record PreviewResponse(
        String preview,
        String expiresAt,
        Side kept,
        Side ended,
        Things moves,
        Things lost,
        List<Conflict> conflicts,
        int sessionsEnded) {

    /** One of the two accounts. */
    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Side(String id, String displayName) {
        static Side of(Account account) {
            return new Side(account.id().value(), account.displayName().value());
        }
    }

    /** By the ids of the parties; chats are counted. */
    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Things(List<String> methods, List<String> connections, List<String> apps, List<String> seats, int chats) {}

    /**
     * Both accounts have it, and one stays.
     *
     * @param kind {@code method}, {@code connection}, {@code app} or {@code seat}
     * @param stays {@code kept} or {@code ended}: of which account
     * @param choice whether the person may say so
     */
    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Conflict(String kind, String provider, String stays, boolean choice) {
        static Conflict of(MergeConflict conflict) {
            boolean choice =
                    switch (conflict.kind()) {
                        case METHOD, CONNECTION -> true;
                        case APP, SEAT -> false;
                    };
            return new Conflict(
                    conflict.kind().name().toLowerCase(Locale.ROOT),
                    conflict.provider().value(),
                    conflict.ofEnded() ? "ended" : "kept",
                    choice);
        }
    }

    static PreviewResponse of(MergePreview preview) {
        MergeDraft draft = preview.draft();
        return new PreviewResponse(
                preview.name().hex(),
                Times.text(preview.until()),
                Side.of(preview.kept()),
                Side.of(preview.ended()),
                new Things(
                        methods(draft.methodsMoved()),
                        ids(draft.connectionsMoved().stream().map(Connection::platform)),
                        ids(draft.appsMoved().stream().map(OwnApp::platform)),
                        seats(draft.seatsMoved()),
                        draft.ended().chats().size()),
                new Things(
                        methods(draft.methodsLost()),
                        ids(draft.connectionsLost().stream().map(Connection::platform)),
                        ids(draft.appsLost().stream().map(OwnApp::platform)),
                        seats(draft.seatsLost()),
                        0),
                draft.conflicts().stream().map(Conflict::of).toList(),
                preview.sessions());
    }

    private static List<String> methods(List<SignInMethod> methods) {
        return ids(methods.stream().map(method -> method.identity().provider()));
    }

    private static List<String> seats(List<Seat> seats) {
        return ids(seats.stream().map(seat -> seat.app().provider()));
    }

    private static List<String> ids(Stream<ProviderId> ids) {
        return ids.map(ProviderId::value).toList();
    }
}
