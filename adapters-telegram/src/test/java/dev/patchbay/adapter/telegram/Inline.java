package dev.patchbay.adapter.telegram;

import dev.patchbay.port.Background;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Does everything at once. */
final class Inline implements Background {
    @Override
    public void start(Runnable work) {
        work.run();
    }

    @Override
    public void await(CompletableFuture<?> work, Duration atMost) {
        work.join();
    }
}
