package dev.patchbay.domain.activity;

import java.util.Optional;

/**
 * An event as it is kept.
 *
 * @param row what the store calls it; grows roughly with time
 * @param mark empty for an event that a version before the audit chain noted
 */
public record Noted(long row, Event event, Optional<AuditMark> mark) {}
