-- Seats of apps that people brought, and whom platforms do not serve with an app because they are not on its list of users.
-- The row of the app is the lock: whoever offers a seat holds it, so that numbers are given once; another app in its place takes them along.

CREATE TABLE seat (
    owner_id        VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    platform        VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    number          INT          NOT NULL,
    id              BINARY(16)   NOT NULL,
    app_since       DATETIME(6)  NOT NULL,
    label           VARCHAR(80)  NOT NULL,
    offered_at      DATETIME(6)  NOT NULL,
    offered_until   DATETIME(6)  NULL,
    invitation_hash BINARY(32)   NULL,
    holder_id       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
    taken_at        DATETIME(6)  NULL,
    PRIMARY KEY (owner_id, platform, number),
    CONSTRAINT seat_id UNIQUE (id),
    CONSTRAINT seat_invitation UNIQUE (invitation_hash),
    CONSTRAINT seat_holder_platform UNIQUE (holder_id, platform),
    CONSTRAINT seat_app FOREIGN KEY (owner_id, platform) REFERENCES own_app (account_id, platform) ON DELETE CASCADE,
    CONSTRAINT seat_holder FOREIGN KEY (holder_id) REFERENCES account (id) ON DELETE CASCADE,
    CONSTRAINT seat_number CHECK (number >= 2),
    CONSTRAINT seat_state CHECK (
        (holder_id IS NULL AND taken_at IS NULL AND invitation_hash IS NOT NULL AND offered_until IS NOT NULL)
     OR (holder_id IS NOT NULL AND taken_at IS NOT NULL AND invitation_hash IS NULL AND offered_until IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Seats in own apps, offered or taken; the owner sits on number 1, which has no row';

CREATE INDEX seat_offered_until ON seat (offered_until);

CREATE TABLE not_on_app_list (
    account_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    provider   VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    client_id  VARBINARY(1020) NOT NULL,
    since      DATETIME(6)     NOT NULL,
    PRIMARY KEY (account_id, provider, client_id),
    CONSTRAINT not_on_app_list_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='People whom a platform refused because they are not on the app''s list';

CREATE INDEX not_on_app_list_app ON not_on_app_list (client_id);
