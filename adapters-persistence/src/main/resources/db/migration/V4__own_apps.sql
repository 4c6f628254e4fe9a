-- Apps that people bring. Where an app is named, client_id holds the client id of the operator's app, or the bringer's account, a
-- slash and the client id of somebody's own: two people may bring the same client id, and are apart all the same.

CREATE TABLE own_app (
    account_id      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    platform        VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    client_id       VARBINARY(1020) NOT NULL,
    secret          VARBINARY(4096) NULL,
    secret_since    DATETIME(6)     NOT NULL,
    previous_secret VARBINARY(4096) NULL,
    previous_until  DATETIME(6)     NULL,
    previous_works  BOOLEAN         NOT NULL,
    version         BIGINT          NOT NULL,
    since           DATETIME(6)     NOT NULL,
    PRIMARY KEY (account_id, platform),
    CONSTRAINT own_app_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
    CONSTRAINT own_app_version CHECK (version >= 1),
    CONSTRAINT own_app_previous CHECK ((previous_secret IS NULL) = (previous_until IS NULL)
                                   AND (previous_secret IS NOT NULL OR NOT previous_works))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Client apps that people brought, with sealed secrets';

CREATE INDEX own_app_previous_until ON own_app (previous_until);
CREATE INDEX connection_app ON connection (client_id);
