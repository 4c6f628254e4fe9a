package dev.patchbay.sandbox.telegram;

import dev.patchbay.sandbox.web.Json;
import dev.patchbay.sandbox.web.Loopback;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where updates are posted to. Those of one chat go one after another, each until it is answered with 2xx, with growing
 * pauses: seconds to minutes at Telegram, a fraction of that here. Safe for many threads.
 */
final class Webhook implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    /**
     * What {@code setWebhook} asked for.
     *
     * @param secret empty for none
     */
    record Target(URI url, String secret, int connections) {
        private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]*");

        /** Checks as Telegram does, but takes plain http and any port for loopback, as a local Bot API server would. */
        static Target of(String url, String secret, int connections) {
            if (secret.length() > 256) {
                throw BotRefusal.bad("secret token is too long");
            }
            if (!SECRET.matcher(secret).matches()) {
                throw BotRefusal.bad("secret token contains unallowed characters");
            }
            URI uri;
            try {
                uri = URI.create(url);
            } catch (IllegalArgumentException e) {
                throw BotRefusal.bad("invalid webhook URL specified");
            }
            if (uri.getHost() == null) {
                throw BotRefusal.bad("invalid webhook URL specified");
            }
            if (!Loopback.isLoopback(uri)) {
                if (!"https".equalsIgnoreCase(uri.getScheme())) {
                    throw BotRefusal.bad("bad webhook: An HTTPS URL must be provided for webhook");
                }
                if (!Set.of(-1, 443, 80, 88, 8443).contains(uri.getPort())) {
                    throw BotRefusal.bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
                }
            }
            return new Target(uri, secret, connections);
        }

        @Override
        public String toString() {
            return "Target " + url;
        }
    }

    private final Updates updates;
    private final Postman postman;
    private final Cloud cloud;
    private final Set<Long> lanes = new HashSet<>();
    private @Nullable Target target;
    private Semaphore connections = new Semaphore(1);
    private int generation;
    private Duration delay = Duration.ZERO;
    private @Nullable Instant failedAt;
    private String failure = "";

    Webhook(Updates updates, Postman postman, Cloud cloud) {
        this.updates = updates;
        this.postman = postman;
        this.cloud = cloud;
    }

    synchronized boolean isSet() {
        return target != null;
    }

    synchronized boolean isSetTo(Target other) {
        return other.equals(target);
    }

    synchronized Optional<Target> target() {
        return Optional.ofNullable(target);
    }

    synchronized void set(Target changed) {
        generation++;
        lanes.clear();
        target = changed;
        connections = new Semaphore(changed.connections());
        failedAt = null;
        wake();
    }

    synchronized void unset() {
        generation++;
        lanes.clear();
        target = null;
        failedAt = null;
    }

    synchronized void delayEach(Duration changed) {
        delay = changed;
    }

    synchronized Map<String, @Nullable Object> info() {
        Map<String, @Nullable Object> info =
                Json.object("url", target == null ? "" : target.url().toString(), "has_custom_certificate", false);
        if (target != null) {
            info.put("max_connections", target.connections());
            info.put("ip_address", "127.0.0.1");
        }
        if (failedAt != null) {
            info.put("last_error_date", failedAt.getEpochSecond());
            info.put("last_error_message", failure);
        }
        return info;
    }

    /** Sends somebody off for each chat that has updates and nobody on the way. */
    synchronized void wake() {
        Target now = target;
        if (now == null) {
            return;
        }
        for (Update update : updates.deliverable()) {
            if (lanes.add(update.lane())) {
                int mine = generation;
                Thread.ofVirtual().name("webhook").start(() -> run(update.lane(), now, mine));
            }
        }
    }

    private void run(long lane, Target to, int mine) {
        Duration pause = FIRST_PAUSE;
        try {
            while (true) {
                Optional<Update> next = next(lane, mine);
                if (next.isEmpty()) {
                    return;
                }
                Thread.sleep(delay());
                if (post(to, next.get(), mine)) {
                    pause = FIRST_PAUSE;
                } else {
                    Thread.sleep(pause);
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Optional<Update> next(long lane, int mine) {
        if (mine != generation) {
            return Optional.empty();
        }
        Optional<Update> next = updates.deliverable().stream()
                .filter(update -> update.lane() == lane)
                .findFirst();
        if (next.isEmpty()) {
            lanes.remove(lane);
        }
        return next;
    }

    private synchronized Duration delay() {
        return delay;
    }

    private boolean post(Target to, Update update, int mine) throws InterruptedException {
        Semaphore places = places();
        places.acquire();
        try {
            Postman.Receipt receipt = postman.post(to, update);
            if (!receipt.isOk()) {
                failed(mine, receipt);
                return false;
            }
            updates.forget(update.id());
            for (int i = 1; i < updates.times(); i++) {
                postman.post(to, update);
            }
            return true;
        } finally {
            places.release();
        }
    }

    private synchronized Semaphore places() {
        return connections;
    }

    private synchronized void failed(int mine, Postman.Receipt receipt) {
        if (mine == generation) {
            failedAt = cloud.now();
            failure = receipt.failure();
        }
    }

    /** Stops; what is on its way is given up. */
    @Override
    public void close() {
        unset();
        postman.close();
    }
}
