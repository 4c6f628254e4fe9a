-- Connections that came back from a backup: their refresh tokens may be used up, so nothing renews them until somebody says so.

ALTER TABLE connection DROP CONSTRAINT connection_status;
ALTER TABLE connection ADD CONSTRAINT connection_status CHECK (
    (status = 'ACTIVE' AND cause IS NULL AND since IS NULL AND retry_at IS NULL AND failures = 0)
 OR (status = 'WAITING' AND cause IS NOT NULL AND since IS NOT NULL AND retry_at IS NOT NULL)
 OR (status IN ('NEEDS_RECONNECT', 'QUARANTINED', 'RESTORED') AND cause IS NOT NULL AND since IS NOT NULL
     AND retry_at IS NULL AND failures = 0 AND refresh_after IS NULL));
