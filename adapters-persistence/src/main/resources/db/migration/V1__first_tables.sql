-- One SQL for H2 (MODE=MySQL), MariaDB and MySQL 8.
-- Times are UTC. Ids are 16 bytes (BIN_TO_UUID reads them). Text that is compared exactly, trailing spaces included, is VARBINARY,
-- because the _bin collations of MySQL and MariaDB ignore trailing spaces. Rows that belong to an account have it first in their key.

CREATE TABLE account (
    id           VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    display_name VARCHAR(80)  NOT NULL,
    created_at   DATETIME(6)  NOT NULL,
    PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='People here';

CREATE TABLE sign_in_method (
    account_id   VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    provider     VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    issuer       VARBINARY(1020) NOT NULL,
    subject      VARBINARY(1020) NOT NULL,
    email        VARCHAR(320)    NULL,
    name         VARCHAR(1000)   NULL,
    picture      VARCHAR(2048)   NULL,
    linked_at    DATETIME(6)     NOT NULL,
    last_used_at DATETIME(6)     NOT NULL,
    PRIMARY KEY (account_id, provider),
    CONSTRAINT sign_in_method_identity UNIQUE (provider, issuer, subject),
    CONSTRAINT sign_in_method_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Who may sign in to which account; issuer and subject are UTF-8';

CREATE TABLE attempt (
    id               BINARY(16)  NOT NULL,
    state_hash       BINARY(32)  NOT NULL,
    purpose          VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    provider         VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    app_provider     VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    client_id        VARBINARY(1020) NOT NULL,
    account_id       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
    proof            VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    flow_cookie_hash BINARY(32)  NULL,
    verifier         VARBINARY(4096) NOT NULL,
    nonce_hash       BINARY(32)  NOT NULL,
    redirect_uri     VARCHAR(2048) NOT NULL,
    return_to        VARCHAR(4096) NOT NULL,
    scopes           VARCHAR(8000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    started_at       DATETIME(6) NOT NULL,
    expires_at       DATETIME(6) NOT NULL,
    consumed_at      DATETIME(6) NULL,
    PRIMARY KEY (id),
    CONSTRAINT attempt_state UNIQUE (state_hash),
    CONSTRAINT attempt_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
    CONSTRAINT attempt_purpose CHECK (purpose IN ('SIGN_IN', 'LINK', 'CONNECT', 'RECONNECT')),
    CONSTRAINT attempt_begun_by CHECK ((purpose = 'SIGN_IN') = (account_id IS NULL)),
    CONSTRAINT attempt_proof CHECK ((proof = 'FLOW_COOKIE' AND flow_cookie_hash IS NOT NULL)
                                 OR (proof = 'HANDOFF' AND flow_cookie_hash IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Pending authorization round trips; used once, purged when expired';

CREATE INDEX attempt_expiry ON attempt (expires_at);

CREATE TABLE handoff (
    code_hash  BINARY(32)      NOT NULL,
    attempt_id BINARY(16)      NOT NULL,
    code       VARBINARY(8192) NOT NULL,
    expires_at DATETIME(6)     NOT NULL,
    PRIMARY KEY (code_hash),
    CONSTRAINT handoff_attempt FOREIGN KEY (attempt_id) REFERENCES attempt (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Sealed authorization codes that wait for their proof; go with their attempt';

CREATE TABLE session (
    account_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id         BINARY(16)   NOT NULL,
    via        VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    device     VARCHAR(120) NOT NULL,
    started_at DATETIME(6)  NOT NULL,
    expires_at DATETIME(6)  NOT NULL,
    ended_at   DATETIME(6)  NULL,
    PRIMARY KEY (account_id, id),
    CONSTRAINT session_id UNIQUE (id),
    CONSTRAINT session_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Signed-in presences; ended ones are kept until purged';

CREATE INDEX session_expiry ON session (expires_at);
CREATE INDEX session_end ON session (ended_at);

CREATE TABLE client_app (
    provider  VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    client_id VARBINARY(1020) NOT NULL,
    state     VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    cause     VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    since     DATETIME(6) NOT NULL,
    retry_at  DATETIME(6) NOT NULL,
    PRIMARY KEY (provider, client_id),
    CONSTRAINT client_app_state CHECK (state IN ('BLOCKED', 'COOLING_DOWN'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Client apps that do not fare well; an app without a row is fine';

CREATE TABLE connection (
    account_id         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    platform           VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id                 BINARY(16)      NOT NULL,
    app_provider       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    client_id          VARBINARY(1020) NOT NULL,
    external_id        VARCHAR(255)    NOT NULL,
    external_name      VARCHAR(1000)   NULL,
    external_picture   VARCHAR(2048)   NULL,
    scopes             VARCHAR(8000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status             VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    cause              VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
    since              DATETIME(6)     NULL,
    retry_at           DATETIME(6)     NULL,
    failures           INT             NOT NULL,
    token_type         VARCHAR(255)    NOT NULL,
    access_token       VARBINARY(16000) NOT NULL,
    refresh_token      VARBINARY(16000) NULL,
    token_version      BIGINT          NOT NULL,
    access_issued_at   DATETIME(6)     NOT NULL,
    access_expires_at  DATETIME(6)     NOT NULL,
    consented_at       DATETIME(6)     NOT NULL,
    reauthorize_by     DATETIME(6)     NULL,
    connected_at       DATETIME(6)     NOT NULL,
    last_refreshed_at  DATETIME(6)     NULL,
    refresh_after      DATETIME(6)     NULL,
    lease_owner        VARCHAR(128)    NULL,
    lease_fence        BIGINT          NOT NULL,
    lease_until        DATETIME(6)     NULL,
    attempt_started_at DATETIME(6)     NULL,
    PRIMARY KEY (account_id, platform),
    CONSTRAINT connection_id UNIQUE (id),
    CONSTRAINT connection_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
    CONSTRAINT connection_version CHECK (token_version >= 1),
    CONSTRAINT connection_status CHECK (
        (status = 'ACTIVE' AND cause IS NULL AND since IS NULL AND retry_at IS NULL AND failures = 0)
     OR (status = 'WAITING' AND cause IS NOT NULL AND since IS NOT NULL AND retry_at IS NOT NULL)
     OR (status = 'NEEDS_RECONNECT' AND cause IS NOT NULL AND since IS NOT NULL AND retry_at IS NULL AND failures = 0)),
    CONSTRAINT connection_lease CHECK ((lease_owner IS NULL) = (lease_until IS NULL)
                                   AND (lease_owner IS NULL) = (attempt_started_at IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Account by platform with sealed tokens; refresh_after is empty when nothing can be renewed';

CREATE INDEX connection_due ON connection (refresh_after);
CREATE INDEX connection_claimed ON connection (lease_owner);
CREATE INDEX connection_consent ON connection (reauthorize_by);

CREATE TABLE vault_key (
    number        INT             NOT NULL,
    state         VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    master_key_id VARCHAR(255)    NOT NULL,
    wrapped       VARBINARY(4096) NOT NULL,
    created_at    DATETIME(6)     NOT NULL,
    PRIMARY KEY (number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Keys that wrap data keys, wrapped by the master key, which is not here';

CREATE TABLE data_key (
    owner      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number     INT             NOT NULL,
    vault_key  INT             NOT NULL,
    wrapped    VARBINARY(4096) NOT NULL,
    created_at DATETIME(6)     NOT NULL,
    PRIMARY KEY (owner, number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Keys that seal one owner''s secrets (an account id, or "service"), wrapped by a vault key';

CREATE INDEX data_key_wrapped_by ON data_key (vault_key);

CREATE TABLE sealed_secret (
    name   VARBINARY(1020)  NOT NULL,
    sealed VARBINARY(32000) NOT NULL,
    PRIMARY KEY (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='The service''s own secrets by name, sealed';

CREATE TABLE activity (
    account_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    at         DATETIME(6)   NOT NULL,
    id         BIGINT        NOT NULL AUTO_INCREMENT,
    kind       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    provider   VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
    detail     VARCHAR(1000) NOT NULL,
    PRIMARY KEY (account_id, at, id),
    CONSTRAINT activity_id UNIQUE (id),
    CONSTRAINT activity_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='What happened to an account; appended to only';

CREATE TABLE heartbeat (
    id    INT    NOT NULL,
    beats BIGINT NOT NULL,
    PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='One row, written to find out whether the store takes writes';

INSERT INTO heartbeat (id, beats) VALUES (1, 0);
