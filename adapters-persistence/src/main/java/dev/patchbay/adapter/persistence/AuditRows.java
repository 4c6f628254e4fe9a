package dev.patchbay.adapter.persistence;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.activity.AuditLink;
import dev.patchbay.domain.activity.AuditMark;
import dev.patchbay.domain.activity.Event;
import dev.patchbay.domain.activity.Noted;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.Fingerprint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** Reads links and events as they are stored; what somebody changed to nonsense still reads as an event, whose signature does not fit. */
final class AuditRows {

    static final String LINK = "l.number, l.activity_id, l.owner, l.digest, l.adopted, l.head";
    static final String EVENT = "a.id, a.ref, a.digest, a.account_id, a.at, a.kind, a.provider, a.detail";

    private static final String NONSENSE = "not what was noted";

    private AuditRows() {}

    /** From the columns of {@link #LINK}, the first of which has that number. */
    static AuditLink link(ResultSet row, int first) throws SQLException {
        return new AuditLink(
                row.getLong(first),
                row.getLong(first + 1),
                Fingerprint.stored(row.getBytes(first + 2)),
                Fingerprint.stored(row.getBytes(first + 3)),
                row.getInt(first + 4) == 1,
                Fingerprint.stored(row.getBytes(first + 5)));
    }

    /** From the columns of {@link #EVENT}, the first of which has that number. */
    static Noted event(ResultSet row, int first) throws SQLException {
        byte[] ref = row.getBytes(first + 1);
        Optional<AuditMark> mark = ref == null
                ? Optional.empty()
                : Optional.of(new AuditMark(Columns.uuid(ref), Fingerprint.stored(row.getBytes(first + 2))));
        String account = row.getString(first + 3);
        Optional<Event.Kind> kind = kind(row.getString(first + 5));
        String provider = row.getString(first + 6);
        Optional<ProviderId> party = Optional.ofNullable(provider).flatMap(ProviderId::parse);
        boolean sense = kind.isPresent() && (provider == null || party.isPresent());
        return new Noted(
                row.getLong(first),
                new Event(
                        AccountId.parse(account).orElseGet(() -> AccountId.of(new UUID(0, 0))),
                        kind.orElse(Event.Kind.RENAMED),
                        party,
                        sense ? row.getString(first + 7) : NONSENSE,
                        Columns.time(row, first + 4).orElse(Instant.EPOCH)),
                mark);
    }

    private static Optional<Event.Kind> kind(String name) {
        return Arrays.stream(Event.Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }
}
