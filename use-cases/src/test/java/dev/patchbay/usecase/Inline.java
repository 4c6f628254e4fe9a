package dev.patchbay.usecase;

import dev.patchbay.port.Background;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Runs work at once, on the thread of whoever starts it; so there is never anything to wait for. */
public class Inline implements Background {

    @Override
    public void start(Runnable work) {
        work.run();
    }

    @Override
    public void await(CompletableFuture<?> work, Duration atMost) {}
}
