package dev.patchbay.port.connection;

/** Which of the processes that share the store are there. Safe for many threads. */
public interface Presence {
    /** Names this process; another name after every start. At most 64 characters. */
    String me();

    /**
     * Whether that process is known to have ended. False when it runs, hangs, is paused, or when nobody can tell; never true for
     * a process that may still act.
     */
    boolean isGone(String holder);
}
