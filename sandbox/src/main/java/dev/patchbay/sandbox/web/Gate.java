package dev.patchbay.sandbox.web;

/** Holds an answer that is ready. */
@FunctionalInterface
public interface Gate {
    /** A gate that holds nothing. */
    Gate OPEN = () -> true;

    /** Waits until the answer may go; returns whether it is to go at all, or else the connection closes. */
    boolean await() throws InterruptedException;
}
