package dev.patchbay.adapter.persistence;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a backup says of itself.
 *
 * @param schema the version of the tables
 * @param engine the database that it was made of; for people to read
 * @param masterKeyId tells which master key opens it, and nothing about that key
 * @param rows of each table, in the order in which they can be written
 */
public record BackupHeader(String schema, Instant madeAt, String engine, String masterKeyId, Map<String, Long> rows) {
    public BackupHeader {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    /** Of all tables together. */
    public long total() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}
