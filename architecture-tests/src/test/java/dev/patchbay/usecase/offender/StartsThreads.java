package dev.patchbay.usecase.offender;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;

public interface StartsThreads {
    static void sleep() throws InterruptedException {
        Thread.sleep(1);
    }

    static Thread platform(Runnable work) {
        return new Thread(work);
    }

    static Thread virtual(Runnable work) {
        return Thread.ofVirtual().start(work);
    }

    static ExecutorService pool() {
        return Executors.newSingleThreadExecutor();
    }

    static Executor common() {
        return ForkJoinPool.commonPool();
    }

    static CompletableFuture<Void> later(Runnable work) {
        return CompletableFuture.runAsync(work);
    }
}
