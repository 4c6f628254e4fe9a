package dev.patchbay.app.wiring;

import dev.patchbay.port.activity.AuditKey;
import dev.patchbay.port.activity.AuditLog;
import dev.patchbay.usecase.audit.ChainActivity;
import dev.patchbay.usecase.audit.VerifyAudit;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The audit chain. */
@Factory
final class AuditActs {
    @Singleton
    ChainActivity chainActivity(AuditLog log, AuditKey key) {
        return new ChainActivity(log, key);
    }

    @Singleton
    VerifyAudit verifyAudit(AuditLog log, AuditKey key) {
        return new VerifyAudit(log, key);
    }
}
