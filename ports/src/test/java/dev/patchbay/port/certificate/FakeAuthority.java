package dev.patchbay.port.certificate;

import dev.patchbay.domain.certificate.AuthorityId;
import dev.patchbay.domain.certificate.CertificateChain;
import dev.patchbay.domain.certificate.Challenge;
import dev.patchbay.domain.certificate.ChallengeToken;
import dev.patchbay.domain.certificate.OrderFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * An authority that issues real certificates to whoever orders, unless it was told to do something else. It puts a challenge on the board
 * and looks at nothing. Safe for many threads.
 */
public final class FakeAuthority implements CertificateAuthority {
    private final AuthorityId id;
    private final Clock clock;
    private final TestAuthority authority;
    private final Deque<Function<Order, Ordering>> script = new ArrayDeque<>();
    private final List<Order> orders = new ArrayList<>();
    private final List<CertificateChain> asked = new ArrayList<>();
    private Advice advice = new Advice.NotGiven();
    private Duration life = Duration.ofDays(90);
    private Runnable meanwhile = () -> {};

    public FakeAuthority(String name, Clock clock) {
        this.id = AuthorityId.of("https://" + name + ".example/directory");
        this.clock = clock;
        this.authority = new TestAuthority(name, clock.instant());
    }

    /** From now on its certificates live that long. */
    public synchronized FakeAuthority issuingFor(Duration lifetime) {
        life = lifetime;
        return this;
    }

    /** That is what comes of the next order not yet spoken of. */
    public synchronized FakeAuthority then(Ordering ordering) {
        script.add(order -> ordering);
        return this;
    }

    /** So fails the next order not yet spoken of. */
    public FakeAuthority thenFails(OrderFailure failure) {
        return then(new Ordering.Failed(failure));
    }

    /** The next order not yet spoken of throws that. */
    public synchronized FakeAuthority thenThrows(RuntimeException defect) {
        script.add(order -> {
            throw defect;
        });
        return this;
    }

    /** The next order not yet spoken of is fulfilled. */
    public synchronized FakeAuthority thenIssues() {
        script.add(this::issue);
        return this;
    }

    /** While an order is under way, that happens. */
    public synchronized FakeAuthority meanwhile(Runnable event) {
        meanwhile = event;
        return this;
    }

    /** What it says about renewing from now on. */
    public synchronized FakeAuthority advising(Advice says) {
        advice = says;
        return this;
    }

    /** The orders so far. */
    public synchronized List<Order> orders() {
        return List.copyOf(orders);
    }

    /** Of which certificates it was asked when to renew them, so far. */
    public synchronized List<CertificateChain> asked() {
        return List.copyOf(asked);
    }

    @Override
    public AuthorityId id() {
        return id;
    }

    @Override
    public Ordering order(Order order, ChallengeBoard board) {
        Function<Order, Ordering> next;
        Runnable event;
        synchronized (this) {
            orders.add(order);
            next = script.isEmpty() ? this::issue : script.poll();
            event = meanwhile;
        }
        var challenge = new Challenge(
                new ChallengeToken(UUID.randomUUID().toString()),
                "key.of." + id.directory().getHost(),
                clock.instant().plus(Challenge.LIFE));
        board.put(challenge);
        try {
            event.run();
            return next.apply(order);
        } finally {
            board.takeDown(challenge.token());
        }
    }

    private synchronized Ordering issue(Order order) {
        Instant now = clock.instant();
        return new Ordering.Issued(authority.issue(order.names(), now, now.plus(life)));
    }

    @Override
    public synchronized Advice advice(CertificateChain chain) {
        asked.add(chain);
        return advice;
    }
}
