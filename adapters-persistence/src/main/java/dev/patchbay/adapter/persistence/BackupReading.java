package dev.patchbay.adapter.persistence;

/** What was found in a file that is said to be a backup. */
public sealed interface BackupReading {
    /** It is whole: its digest fits all of it. */
    record Sound(BackupHeader header) implements BackupReading {}

    /** It is no backup, or not whole, or was changed. @param why in words that follow the file's name */
    record Damaged(String why) implements BackupReading {}
}
