package dev.patchbay.adapter.web.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.patchbay.adapter.web.message.Times;
import dev.patchbay.domain.account.Account;
import dev.patchbay.domain.account.Language;
import dev.patchbay.domain.chat.Chat;
import dev.patchbay.domain.session.Session;
import dev.patchbay.domain.signin.ExternalIdentity;
import dev.patchbay.domain.signin.SignInMethod;
import dev.patchbay.usecase.account.ExportAccount.Kept;
import dev.patchbay.usecase.account.ExportAccount.NotListed;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is kept of a person but for their trail, which may be long and follows. No token, no secret, and nothing of anybody else. */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record ExportResponse(
        String exportedAt,
        Person account,
        List<Method> signInMethods,
        List<Presence> sessions,
        List<ExportedConnection> connections,
        List<ExportedConnection.Waiting> waitingReplacements,
        List<ExportedApp> apps,
        List<ExportedApp.Given> seatsGiven,
        List<ExportedApp.Held> seatsHeld,
        List<UsedChat> chats,
        List<Unlisted> missingFromAppLists) {

    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Person(String id, String displayName, @Nullable String language, String createdAt) {
        static Person of(Account account) {
            return new Person(
                    account.id().value(),
                    account.displayName().value(),
                    account.language().map(Language::code).orElse(null),
                    Times.text(account.createdAt()));
        }
    }

    /** As the provider told of the person. */
    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Method(
            String provider,
            String issuer,
            String subject,
            @Nullable String alternateSubject,
            @Nullable String email,
            boolean emailVerified,
            @Nullable String name,
            @Nullable String picture,
            String linkedAt,
            String lastUsedAt) {
        static Method of(SignInMethod method) {
            ExternalIdentity identity = method.identity();
            return new Method(
                    identity.provider().value(),
                    identity.issuer(),
                    identity.subject(),
                    identity.alternateSubject().orElse(null),
                    identity.email().orElse(null),
                    identity.emailVerified(),
                    identity.name().orElse(null),
                    identity.picture().orElse(null),
                    Times.text(method.linkedAt()),
                    Times.text(method.lastUsedAt()));
        }
    }

    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Presence(
            String id,
            String via,
            String device,
            String startedAt,
            String expiresAt,
            @Nullable String endedAt) {
        static Presence of(Session session) {
            return new Presence(
                    session.id().toString(),
                    session.via().value(),
                    session.device(),
                    Times.text(session.startedAt()),
                    Times.text(session.expiresAt()),
                    Times.text(session.endedAt()));
        }
    }

    /** @param userId the messenger's number of the person */
    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record UsedChat(
            String id,
            String userId,
            String language,
            String since,
            @Nullable String mutedSince) {
        static UsedChat of(Chat chat) {
            return new UsedChat(
                    chat.handle().toString(),
                    Long.toString(chat.user().value()),
                    chat.language().code(),
                    Times.text(chat.since()),
                    Times.text(chat.mutedSince()));
        }
    }

    @Serdeable.Serializable
    record Unlisted(String platform, String since) {
        static Unlisted of(NotListed notListed) {
            return new Unlisted(notListed.app().provider().value(), Times.text(notListed.since()));
        }
    }

    static ExportResponse of(Kept kept) {
        return new ExportResponse(
                Times.text(kept.at()),
                Person.of(kept.account()),
                kept.methods().stream().map(Method::of).toList(),
                kept.sessions().stream().map(Presence::of).toList(),
                kept.connections().stream().map(ExportedConnection::of).toList(),
                kept.waiting().stream().map(ExportedConnection.Waiting::of).toList(),
                kept.apps().stream().map(ExportedApp::of).toList(),
                kept.seatsGiven().stream().map(ExportedApp.Given::of).toList(),
                kept.seatsHeld().stream().map(ExportedApp.Held::of).toList(),
                kept.chats().stream().map(UsedChat::of).toList(),
                kept.notListed().stream().map(Unlisted::of).toList());
    }
}
