package dev.patchbay.adapter.vault;

import dev.patchbay.port.StoreUnavailable;
import dev.patchbay.port.Stores;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A store that fails at one of its calls, once: before the call takes effect, or after it, when only the answer is lost. */
final class FailingStores {
    private final AtomicInteger calls = new AtomicInteger();
    private final int failing;
    private final boolean afterwards;

    private FailingStores(int failing, boolean afterwards) {
        this.failing = failing;
        this.afterwards = afterwards;
    }

    /** @param failing which call, counted from 1 */
    static Stores at(int failing, boolean afterwards, Stores stores) {
        FailingStores one = new FailingStores(failing, afterwards);
        return proxy(Stores.class, (method, arguments) -> {
            Object role = invoke(stores, method, arguments);
            return method.getReturnType().isInterface() ? one.role(method.getReturnType(), role) : role;
        });
    }

    private <T> T role(Class<T> type, Object role) {
        return proxy(type, (method, arguments) -> {
            boolean now = calls.incrementAndGet() == failing;
            if (now && !afterwards) {
                throw new StoreUnavailable("failed by hand", null);
            }
            Object result = invoke(role, method, arguments);
            if (now) {
                throw new StoreUnavailable("the answer was lost by hand", null);
            }
            return result;
        });
    }

    private interface Call {
        Object of(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> call.of(method, arguments)));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            method.setAccessible(true);
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Does it again after an outage, as often as a schedule would. */
    static <T> T insisting(Supplier<T> act) {
        for (int tries = 0; tries < 3; tries++) {
            try {
                return act.get();
            } catch (StoreUnavailable again) {
                // by hand, once
            }
        }
        return act.get();
    }
}
