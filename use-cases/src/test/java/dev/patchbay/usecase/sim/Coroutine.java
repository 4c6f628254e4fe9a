package dev.patchbay.usecase.sim;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * A computation that stops in the middle and goes on when it is resumed; one that is never resumed again is forgotten, its
 * {@code finally} blocks with it, as in a process that died. Must not stop inside {@code synchronized}.
 *
 * <p>This is what virtual threads are made of. They themselves cannot be used: nobody can tell which of them runs next, or
 * drop one.
 */
final class Coroutine {
    private static final MethodHandle NEW;
    private static final MethodHandle RUN;
    private static final MethodHandle YIELD;
    private static final MethodHandle IS_DONE;

    static {
        try {
            var lookup = MethodHandles.lookup();
            Class<?> continuation = Class.forName("jdk.internal.vm.Continuation");
            Class<?> scopes = Class.forName("jdk.internal.vm.ContinuationScope");
            Object scope = lookup.findConstructor(scopes, MethodType.methodType(void.class, String.class))
                    .invoke("simulation");
            NEW = MethodHandles.insertArguments(
                            lookup.findConstructor(
                                    continuation, MethodType.methodType(void.class, scopes, Runnable.class)),
                            0,
                            scope)
                    .asType(MethodType.methodType(Object.class, Runnable.class));
            RUN = lookup.findVirtual(continuation, "run", MethodType.methodType(void.class))
                    .asType(MethodType.methodType(void.class, Object.class));
            YIELD = MethodHandles.insertArguments(
                    lookup.findStatic(continuation, "yield", MethodType.methodType(boolean.class, scopes)), 0, scope);
            IS_DONE = lookup.findVirtual(continuation, "isDone", MethodType.methodType(boolean.class))
                    .asType(MethodType.methodType(boolean.class, Object.class));
        } catch (Throwable e) {
            throw new IllegalStateException(
                    "the simulation needs a JDK 25 run with --add-exports java.base/jdk.internal.vm=ALL-UNNAMED", e);
        }
    }

    private final Object continuation;

    Coroutine(Runnable body) {
        try {
            continuation = (Object) NEW.invokeExact(body);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Goes on until the next {@link #suspend()} or the end. What the body throws comes out here. */
    void resume() {
        try {
            RUN.invokeExact(continuation);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isDone() {
        try {
            return (boolean) IS_DONE.invokeExact(continuation);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops the coroutine that calls this, until it is resumed. */
    static void suspend() {
        try {
            boolean _ = (boolean) YIELD.invokeExact();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
