package dev.patchbay.domain.activity;

import dev.patchbay.domain.account.AccountId;
import dev.patchbay.domain.provider.ProviderId;
import dev.patchbay.domain.vault.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * How events are signed and chained, and how that is checked, under one key. Each event is signed when it is noted; later it gets a link,
 * whose digest covers the link before. Both are digests with a key that is not in the store in the clear, so whoever can only
 * write to the store can make neither. Safe for many threads.
 */
public final class AuditChain {
    private static final Fingerprint BEGIN = Fingerprint.stored(new byte[Fingerprint.LENGTH]);
    private static final AuditMark NONE = new AuditMark(new UUID(0, 0), BEGIN);

    private final Function<byte[], Fingerprint> keyed;

    /** @param keyed a digest that nobody without the key can make, such as HMAC-SHA-256 */
    public AuditChain(Function<byte[], Fingerprint> keyed) {
        this.keyed = keyed;
    }

    /** Signs an event as it is kept: its time in whole microseconds, its detail as it fits. */
    public AuditMark mark(UUID ref, Event event) {
        return new AuditMark(
                ref,
                digest(
                        "event",
                        ref.toString(),
                        event.account().value(),
                        event.at().truncatedTo(ChronoUnit.MICROS).toString(),
                        event.kind().name(),
                        event.provider().map(ProviderId::value).orElse(""),
                        event.detail()));
    }

    /** What links call an account, so that they need not name it. */
    public Fingerprint owner(AccountId account) {
        return digest("owner", account.value());
    }

    /** The proof that an account was erased, from its {@link #owner}. */
    public Fingerprint erasure(Fingerprint owner) {
        return digest("erasure", owner.hex());
    }

    /**
     * The next links.
     *
     * @param last the chain's end; empty when there is none yet
     * @param events in the order that they shall have
     * @param adopt whether events without a mark are signed now; otherwise they are chained as what they are, for all to see
     */
    public List<AuditLink> extend(Optional<AuditLink> last, List<Noted> events, boolean adopt) {
        List<AuditLink> links = new ArrayList<>();
        long number = last.map(AuditLink::number).orElse(0L);
        Fingerprint head = last.map(AuditLink::head).orElse(BEGIN);
        for (Noted noted : events) {
            boolean adopted = adopt && noted.mark().isEmpty();
            AuditMark mark = adopted ? adoption(noted) : noted.mark().orElse(NONE);
            number++;
            Fingerprint owner = owner(noted.event().account());
            head = head(head, number, noted.row(), owner, mark.digest(), adopted);
            links.add(new AuditLink(number, noted.row(), owner, mark.digest(), adopted, head));
        }
        return links;
    }

    /** The mark of an event that had none. Its ref is of the row, so that two processes that adopt it agree. */
    public AuditMark adoption(Noted noted) {
        return mark(new UUID(0, noted.row()), noted.event());
    }

    /**
     * What is wrong with a link and its event; empty when nothing is.
     *
     * @param before the link before it; empty for the first
     */
    public Optional<AuditFlaw> flaw(Optional<AuditLink> before, Linked linked) {
        AuditLink link = linked.link();
        if (link.number() != before.map(AuditLink::number).orElse(0L) + 1) {
            return Optional.of(AuditFlaw.LINK_MISSING);
        }
        Fingerprint head = head(
                before.map(AuditLink::head).orElse(BEGIN),
                link.number(),
                link.row(),
                link.owner(),
                link.digest(),
                link.adopted());
        // Old events are adopted before the first signed one is chained; later, somebody wants to slip one in.
        if (!head.equals(link.head())
                || (link.adopted() && !before.map(AuditLink::adopted).orElse(true))) {
            return Optional.of(AuditFlaw.LINK_CHANGED);
        }
        return linked.event().isPresent() ? ofEvent(link, linked.event().get()) : ofAbsent(linked);
    }

    private Optional<AuditFlaw> ofEvent(AuditLink link, Noted noted) {
        boolean sameDigest =
                noted.mark().map(mark -> mark.digest().equals(link.digest())).orElse(false);
        if (isGenuine(noted)) {
            return sameDigest ? Optional.empty() : Optional.of(AuditFlaw.EVENT_EXCHANGED);
        }
        // An event that never had a signature is chained with none.
        return Optional.of(link.digest().equals(BEGIN) ? AuditFlaw.EVENT_NOT_OURS : AuditFlaw.EVENT_CHANGED);
    }

    private boolean isGenuine(Noted noted) {
        return noted.mark()
                .map(mark -> mark(mark.ref(), noted.event()).equals(mark))
                .orElse(false);
    }

    private Optional<AuditFlaw> ofAbsent(Linked linked) {
        boolean erased =
                linked.erasure().equals(Optional.of(erasure(linked.link().owner())));
        return erased ? Optional.empty() : Optional.of(AuditFlaw.EVENT_MISSING);
    }

    private Fingerprint head(
            Fingerprint before, long number, long row, Fingerprint owner, Fingerprint digest, boolean adopted) {
        return digest(
                "link",
                before.hex(),
                String.valueOf(number),
                String.valueOf(row),
                owner.hex(),
                digest.hex(),
                adopted ? "adopted" : "signed");
    }

    /** Each part with its length before it, so that no two lists of parts make the same bytes. */
    private Fingerprint digest(String... parts) {
        var text = new StringBuilder();
        for (String part : parts) {
            text.append(part.length()).append(':').append(part);
        }
        return keyed.apply(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
