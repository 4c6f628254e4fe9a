package dev.patchbay.adapter.acme;

import dev.patchbay.domain.certificate.AuthorityId;
import dev.patchbay.domain.certificate.CertificateChain;
import dev.patchbay.domain.certificate.OrderFailure;
import dev.patchbay.domain.certificate.RenewalWindow;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.certificate.CertificateAuthority;
import dev.patchbay.port.vault.KeptSecrets;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.shredzone.acme4j.RenewalInfo;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.exception.AcmeException;

/** An authority that speaks ACME. */
final class AcmeAuthority implements CertificateAuthority {
    /** A little less than promised. */
    private static final Duration ORDER = LONGEST.minusSeconds(30);

    private static final Duration ADVICE = Duration.ofSeconds(30);

    private final AcmeDirectory directory;
    private final AuthorityId id;
    private final String name;
    private final OurProvider provider;
    private final Session session;
    private final AcmeAccount account;
    private final Clock clock;

    AcmeAuthority(AcmeDirectory directory, AcmeSettings settings, KeptSecrets secrets, Clock clock) {
        this.directory = directory;
        this.clock = clock;
        id = new AuthorityId(directory.url());
        name = directory.url().getAuthority();
        provider = new OurProvider(settings.trusted());
        session = provider.sessionAt(directory.url());
        account = new AcmeAccount(directory, session, settings.email(), secrets);
    }

    @Override
    public AuthorityId id() {
        return id;
    }

    @Override
    public Ordering order(Order order, ChallengeBoard board) {
        return Deadline.within(ORDER, () -> tried(order, board), this::tooLate);
    }

    private Ordering tooLate() {
        return new Ordering.Failed(new OrderFailure.Unavailable(Optional.empty(), name + " takes too long"));
    }

    private Ordering tried(Order order, ChallengeBoard board) {
        try {
            try {
                return run(order, board);
            } catch (AcmeException e) {
                if (!Failures.isUnknownAccount(e)) {
                    throw e;
                }
                account.forget();
                return run(order, board);
            }
        } catch (AcmeAccount.NeedsBinding e) {
            return new Ordering.Failed(new OrderFailure.NeedsHuman(name
                    + " issues only to accounts it has given credentials to; set ACME_EAB_KEY_ID and ACME_EAB_HMAC (or "
                    + "those of ACME_FALLBACK_) to yours"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return tooLate();
        } catch (StoreUnavailable e) {
            throw e;
        } catch (AcmeException | RuntimeException e) {
            return new Ordering.Failed(Failures.of(e, name, provider.lastRetryAfter()));
        }
    }

    private Ordering run(Order order, ChallengeBoard board)
            throws AcmeException, AcmeAccount.NeedsBinding, InterruptedException {
        return new AcmeOrder(account.login(), name, directory.profile(), board, clock).run(order);
    }

    @Override
    public Advice advice(CertificateChain chain) {
        return Deadline.within(ADVICE, () -> asked(chain), () -> new Advice.Unavailable(name + " takes too long"));
    }

    private Advice asked(CertificateChain chain) {
        try {
            if (!AcmeOrder.knowsRenewals(session)) {
                return new Advice.NotGiven();
            }
            // Asking is not signed: any account will do, and none is made for it.
            RenewalInfo info =
                    session.login(directory.url().toURL(), Keys.fresh()).bindRenewalInfo(chain.leaf());
            Optional<Instant> askAgainAt = info.fetch();
            return new Advice.Suggested(
                    new RenewalWindow(info.getSuggestedWindowStart(), info.getSuggestedWindowEnd()),
                    askAgainAt,
                    info.getExplanation().map(Object::toString));
        } catch (AcmeException | java.net.MalformedURLException | RuntimeException e) {
            return new Advice.Unavailable(Failures.of(e, name, Optional.empty()).detail());
        }
    }

    /** Its directory; for messages. */
    @Override
    public String toString() {
        URI url = directory.url();
        return "ACME at " + url;
    }
}
