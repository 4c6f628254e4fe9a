package dev.patchbay.app.wiring;

import dev.patchbay.adapter.persistence.DatabaseClock;
import dev.patchbay.adapter.vault.DataKeyRenewal;
import dev.patchbay.adapter.vault.KeyRotation;
import dev.patchbay.adapter.vault.MasterKey;
import dev.patchbay.adapter.vault.Rewrapping;
import dev.patchbay.adapter.web.live.LiveConnections;
import dev.patchbay.port.Background;
import dev.patchbay.port.SecretSource;
import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.usecase.audit.ChainActivity;
import dev.patchbay.usecase.housekeeping.PurgeExpired;
import dev.patchbay.usecase.refresh.Renewing;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens by itself, and how often. Started by hand, because nothing may happen before start-up has passed. */
@Singleton
public final class Schedules {
    private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);

    private final TaskScheduler scheduler;
    private final Background background;
    private final SecretSource random;
    private final DatabaseClock clock;
    private final PurgeExpired purge;
    private final Renewing renewing;
    private final FigureDuties figures;
    private final KeyRotation rotation;
    private final Rewrapping rewrapping;
    private final DataKeyRenewal renewal;
    private final MasterKey masterKey;
    private final ChainActivity audit;
    private final ChatDuties chat;
    private final CertificateDuties certificate;
    private final LiveConnections live;
    private volatile boolean stopped;

    Schedules(
            @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler,
            Background background,
            SecretSource random,
            DatabaseClock clock,
            PurgeExpired purge,
            Renewing renewing,
            FigureDuties figures,
            KeyRotation rotation,
            Rewrapping rewrapping,
            DataKeyRenewal renewal,
            MasterKey masterKey,
            ChainActivity audit,
            ChatDuties chat,
            CertificateDuties certificate,
            LiveConnections live) {
        this.scheduler = scheduler;
        this.background = background;
        this.random = random;
        this.clock = clock;
        this.purge = purge;
        this.renewing = renewing;
        this.figures = figures;
        this.rotation = rotation;
        this.rewrapping = rewrapping;
        this.renewal = renewal;
        this.masterKey = masterKey;
        this.audit = audit;
        this.chat = chat;
        this.certificate = certificate;
        this.live = live;
    }

    /** From now on, until {@link #stop()}. */
    public void start() {
        every(Duration.ofSeconds(1), "settling renewals", renewing.settleRefreshes()::settle);
        every(Duration.ofSeconds(2), "the audit chain", audit::run);
        every(Duration.ofSeconds(2), "telling people of their connections", live::look);
        every(Duration.ofHours(1), "the audit chain's head", audit::tellHead);
        every(Duration.ofSeconds(10), "the clock", clock::synchronise);
        every(Duration.ofSeconds(5), "vault keys", rotation::look);
        every(Duration.ofSeconds(15), "rewrapping", rewrapping::run);
        every(Duration.ofSeconds(15), "metrics", figures::connections);
        every(Duration.ofSeconds(15), "metrics of keys", figures::keys);
        every(Duration.ofMinutes(1), "counts of renewals", figures::renewals);
        every(Duration.ofMinutes(1), "the sweep", renewing.sweepDue()::sweep);
        every(Duration.ofMinutes(1), "the spool", renewing.replaySpool()::replay);
        every(Duration.ofMinutes(1), "renewing data keys", renewal::run);
        every(Duration.ofMinutes(5), "the way to the master key", masterKey::keepAlive);
        every(Duration.ofMinutes(1), "housekeeping", purge::purge);
        if (chat.isPresent()) {
            startChat();
        }
    }

    private void startChat() {
        every(Duration.ofSeconds(1), "asking for what was said in chats", chat::poll);
        every(Duration.ofSeconds(1), "sending to chats", chat::send);
        every(Duration.ofSeconds(5), "introducing the bot", chat::register);
        every(Duration.ofMinutes(10), "reminding of consents", chat::remind);
        every(Duration.ofMinutes(1), "housekeeping of chats", chat::purge);
    }

    /** The ports are open: what needs them begins, the first certificate at once. */
    public void listening() {
        if (certificate.isPresent()) {
            every(Duration.ofSeconds(30), "the certificate that is shown", certificate::look);
            every(Duration.ofSeconds(20), "the certificate", certificate::keep);
            every(Duration.ofMinutes(1), "alarms about the certificate", certificate::alarm);
            begin("the certificate", certificate::keep, new AtomicBoolean(true));
        }
    }

    /** Nothing begins any more; what is under way goes on. */
    public void stop() {
        stopped = true;
        chat.stop();
    }

    /** The first time at a moment drawn by lot, so that processes started together do not act together. */
    private void every(Duration period, String what, Runnable task) {
        AtomicBoolean underWay = new AtomicBoolean();
        Duration first = Duration.ofMillis(1 + random.nextBelow(period.toMillis()));
        var _ = scheduler.scheduleWithFixedDelay(first, period, () -> {
            if (!stopped && underWay.compareAndSet(false, true)) {
                begin(what, task, underWay);
            }
        });
    }

    /** On a thread of its own, so that what takes long holds nothing else up. */
    private void begin(String what, Runnable task, AtomicBoolean underWay) {
        try {
            background.start(() -> {
                try {
                    task.run();
                } catch (StoreUnavailable e) {
                    LOG.warn("{}: the store does not answer; next time", what);
                } catch (RuntimeException e) {
                    LOG.error("{} failed", what, e);
                } finally {
                    underWay.set(false);
                }
            });
        } catch (RejectedExecutionException stopping) {
            stopped = true;
        }
    }
}
