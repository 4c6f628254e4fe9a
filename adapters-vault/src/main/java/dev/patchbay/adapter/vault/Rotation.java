package dev.patchbay.adapter.vault;

/** What came of asking for a new vault key. */
public sealed interface Rotation {
    /** There is a new one. It wraps as soon as every process has read it. */
    record Begun(int number) implements Rotation {}

    /** A new one is there already and waits for processes to read it. */
    record UnderWay(int number) implements Rotation {}

    /** Master keys are being changed: a new vault key would have one wrap only. */
    record MasterKeysChange() implements Rotation {}
}
