package dev.patchbay.faults.history;

/** A broken promise: which, and what shows it. */
public record Violation(Promise promise, String evidence) {
    @Override
    public String toString() {
        return promise + ": " + evidence;
    }
}
