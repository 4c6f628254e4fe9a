package dev.patchbay.usecase;

import dev.patchbay.port.StoreUnavailable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that is away for one call, of all the calls to all of its roles together. */
public final class Faltering {

    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

    /** The call after that many is the one that fails. */
    public void failAfter(int calls) {
        left.set(calls);
    }

    /** Whether the call that fails has been made. */
    public boolean hasFailed() {
        return left.get() < 0;
    }

    /** The role, as this store plays it. */
    public <T> T over(Class<T> role, T inner) {
        return role.cast(Proxy.newProxyInstance(role.getClassLoader(), new Class<?>[] {role}, (self, method, given) -> {
            if (left.getAndDecrement() == 0) {
                throw new StoreUnavailable("the store is away", null);
            }
            try {
                return method.invoke(inner, given);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
