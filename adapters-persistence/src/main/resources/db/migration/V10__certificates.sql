-- The service's own TLS certificates: what is served, who orders the next one and how that goes, and what authorities are shown meanwhile.

CREATE TABLE certificate (
    id           VARBINARY(40)   NOT NULL,
    version      BIGINT         NOT NULL,
    issuer       VARBINARY(2000) NOT NULL,
    chain        VARCHAR(30000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    private_key  VARBINARY(8000) NOT NULL,
    obtained_at  DATETIME(6)    NOT NULL,
    window_start DATETIME(6)    NULL,
    window_end   DATETIME(6)    NULL,
    drawn        INT            NOT NULL,
    ask_at       DATETIME(6)    NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT certificate_window CHECK ((window_start IS NULL) = (window_end IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Certificates that are served, with their sealed keys';

CREATE TABLE certificate_order (
    id         VARBINARY(40) NOT NULL,
    fence      BIGINT        NOT NULL,
    holder     VARCHAR(64)   NULL,
    held_until DATETIME(6)   NULL,
    failures   INT           NOT NULL DEFAULT 0,
    tried_1    DATETIME(6)   NULL,
    tried_2    DATETIME(6)   NULL,
    tried_3    DATETIME(6)   NULL,
    last_at    DATETIME(6)   NULL,
    failure    VARCHAR(32)   NULL,
    detail     VARCHAR(1000) NULL,
    next_at    DATETIME(6)   NULL,
    PRIMARY KEY (id),
    CONSTRAINT certificate_order_lease CHECK ((holder IS NULL) = (held_until IS NULL)),
    CONSTRAINT certificate_order_failure CHECK ((failure IS NULL) = (detail IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Which process orders a certificate, and how the last orders went';

CREATE TABLE certificate_authority (
    directory   VARBINARY(2000) NOT NULL,
    rests_until DATETIME(6)     NOT NULL,
    PRIMARY KEY (directory)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Until when authorities said that they are not to be asked';

CREATE TABLE acme_challenge (
    token             VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    key_authorization VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    expires_at        DATETIME(6)  NOT NULL,
    PRIMARY KEY (token)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Challenges that authorities may ask for, for minutes';

CREATE INDEX acme_challenge_expiry ON acme_challenge (expires_at);
