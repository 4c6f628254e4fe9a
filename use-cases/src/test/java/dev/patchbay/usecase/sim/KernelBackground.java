package dev.patchbay.usecase.sim;

import dev.patchbay.port.Background;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A process's threads are tasks of the kernel's. */
final class KernelBackground implements Background {
    private final Kernel kernel;
    private final Boot boot;

    KernelBackground(Kernel kernel, Boot boot) {
        this.kernel = kernel;
        this.boot = boot;
    }

    @Override
    public void start(Runnable work) {
        kernel.start(boot, "in the background", 1, work);
    }

    @Override
    public void await(CompletableFuture<?> work, Duration atMost) {
        if (!work.isDone()) {
            Task me = kernel.running();
            int step = me.step;
            var _ = work.whenComplete((result, failure) -> kernel.wake(me, step));
            kernel.park(atMost.toNanos() / 1000);
        }
    }
}
