package dev.patchbay.sandbox.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Ways to deliver updates badly, all of which Telegram may use. Safe for many threads. */
public final class Deliveries {
    private final Updates updates;
    private final Webhook webhook;
    private final Postman postman;

    Deliveries(Updates updates, Webhook webhook, Postman postman) {
        this.updates = updates;
        this.webhook = webhook;
        this.postman = postman;
    }

    /** How many updates wait to be accepted or confirmed. */
    public int pending() {
        return updates.count();
    }

    /** Delivers nothing from now on, by poll or webhook. What is on its way goes on. */
    public void hold() {
        updates.hold();
    }

    /** Delivers again, in the right order. */
    public void release() {
        updates.release(false);
        webhook.wake();
    }

    /** Delivers again, the newest first: all of one poll, and within each chat at a webhook. */
    public void releaseReversed() {
        updates.release(true);
        webhook.wake();
    }

    /** Delivers every update so often in all from now on: again after it was accepted, or confirmed. 1 is honest. */
    public void repeatEach(int times) {
        if (times < 1) {
            throw new IllegalArgumentException("an update is delivered once at least");
        }
        updates.repeatEach(times);
    }

    /** Waits this long before each post to the webhook. No time at all is honest. */
    public void delayEach(Duration time) {
        webhook.delayEach(time);
    }

    /** Hands this update out once more with the next poll, confirmed or not. */
    public void pollAgain(long updateId) {
        updates.echo(find(updateId));
    }

    /**
     * Posts this update to all of these addresses at the same time, with the webhook's secret, once each whatever comes
     * back. An address may come several times. Returns the statuses in their order; 0 where there was no answer.
     *
     * @throws IllegalStateException if no webhook is set
     */
    public List<Integer> postAgain(long updateId, List<URI> to) {
        Update update = find(updateId);
        String secret = webhook.target()
                .orElseThrow(() -> new IllegalStateException("no webhook is set"))
                .secret();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> posts = new ArrayList<>();
            for (URI uri : to) {
                posts.add(threads.submit(() -> postman.post(uri, secret, update).status()));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> post : posts) {
                statuses.add(post.get());
            }
            return statuses;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while posting");
        } catch (ExecutionException e) {
            throw new IllegalStateException("an update could not be posted", e);
        }
    }

    private Update find(long updateId) {
        return updates.find(updateId)
                .orElseThrow(() -> new IllegalArgumentException("there was no update " + updateId));
    }

    /** Delivers honestly from now on, and what was held at once. */
    public void calm() {
        repeatEach(1);
        delayEach(Duration.ZERO);
        release();
    }
}
