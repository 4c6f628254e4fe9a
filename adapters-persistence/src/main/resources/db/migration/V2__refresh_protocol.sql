-- What the refresh protocol needs beyond a lease: doubt that outlives it, rows kept out of the way, a due order for each platform.

ALTER TABLE connection DROP CONSTRAINT connection_lease;
ALTER TABLE connection DROP CONSTRAINT connection_status;
ALTER TABLE client_app DROP CONSTRAINT client_app_state;

UPDATE connection SET refresh_after = NULL WHERE status = 'NEEDS_RECONNECT';
UPDATE connection SET refresh_after = retry_at WHERE status = 'WAITING' AND refresh_token IS NOT NULL;

-- attempt_started_at is when the first call for this version began whose outcome is not known; it may outlive the lease.
ALTER TABLE connection ADD CONSTRAINT connection_lease CHECK (
    (lease_owner IS NULL) = (lease_until IS NULL) AND (lease_owner IS NULL OR attempt_started_at IS NOT NULL));
ALTER TABLE connection ADD CONSTRAINT connection_status CHECK (
    (status = 'ACTIVE' AND cause IS NULL AND since IS NULL AND retry_at IS NULL AND failures = 0)
 OR (status = 'WAITING' AND cause IS NOT NULL AND since IS NOT NULL AND retry_at IS NOT NULL)
 OR (status IN ('NEEDS_RECONNECT', 'QUARANTINED') AND cause IS NOT NULL AND since IS NOT NULL AND retry_at IS NULL
     AND failures = 0 AND refresh_after IS NULL));
ALTER TABLE client_app ADD CONSTRAINT client_app_state CHECK (state IN ('BLOCKED', 'COOLING_DOWN', 'DOUBTED'));

DROP INDEX connection_due ON connection;
DROP INDEX connection_claimed ON connection;
CREATE INDEX connection_due ON connection (platform, refresh_after);
CREATE INDEX connection_unsettled ON connection (attempt_started_at);
CREATE INDEX connection_ended ON connection (status, since);

CREATE TABLE parked_grant (
    account_id        VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    platform          VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id                BINARY(16)      NOT NULL,
    app_provider      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    client_id         VARBINARY(1020) NOT NULL,
    external_id       VARCHAR(255)    NOT NULL,
    external_name     VARCHAR(1000)   NULL,
    external_picture  VARCHAR(2048)   NULL,
    scopes            VARCHAR(8000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    token_type        VARCHAR(255)    NOT NULL,
    access_token      VARBINARY(16000) NOT NULL,
    refresh_token     VARBINARY(16000) NULL,
    access_issued_at  DATETIME(6)     NOT NULL,
    access_expires_at DATETIME(6)     NOT NULL,
    consented_at      DATETIME(6)     NOT NULL,
    reauthorize_by    DATETIME(6)     NULL,
    expires_at        DATETIME(6)     NOT NULL,
    PRIMARY KEY (account_id, platform),
    CONSTRAINT parked_grant_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Grants of a different outside account that wait for a yes';

CREATE INDEX parked_grant_expiry ON parked_grant (expires_at);

CREATE TABLE app_allowance (
    provider  VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    client_id VARBINARY(1020) NOT NULL,
    next_free DATETIME(6)     NOT NULL,
    PRIMARY KEY (provider, client_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='When each app''s allowance of calls is whole again';

CREATE TABLE rotation (
    platform VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    seen_at  DATETIME(6) NOT NULL,
    PRIMARY KEY (platform)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Platforms that were seen to replace refresh tokens';
