package dev.patchbay.usecase.refresh;

/** For whom a token is renewed; whoever waits for it goes first. */
public enum Urgency {
    /** Somebody is waiting. */
    CALLER,
    /** Nobody asked; it is due. */
    SWEEP
}
