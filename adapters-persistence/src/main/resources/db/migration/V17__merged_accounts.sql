-- An account that became part of another has no row in account any more, so nothing can be kept for it; its trail stays, and takes events.
-- Erasing an account goes by its trail, and takes those of the accounts along that became part of it.

CREATE TABLE trail (
    id          VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    merged_into VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
    merged_at   DATETIME(6) NULL,
    PRIMARY KEY (id),
    CONSTRAINT trail_merged CHECK ((merged_into IS NULL) = (merged_at IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Accounts that are or were here, for their events; which became part of which';

CREATE INDEX trail_into ON trail (merged_into);

INSERT INTO trail (id) SELECT id FROM account;

ALTER TABLE account ADD CONSTRAINT account_trail FOREIGN KEY (id) REFERENCES trail (id) ON DELETE CASCADE;
ALTER TABLE activity DROP CONSTRAINT activity_account;
ALTER TABLE activity ADD CONSTRAINT activity_trail FOREIGN KEY (account_id) REFERENCES trail (id) ON DELETE CASCADE;

CREATE TABLE account_merge (
    account_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    session_id BINARY(16)  NOT NULL,
    other_id   VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    PRIMARY KEY (account_id),
    CONSTRAINT account_merge_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
    CONSTRAINT account_merge_other FOREIGN KEY (other_id) REFERENCES account (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='People who proved a second account and may merge the two, for minutes';

CREATE INDEX account_merge_expiry ON account_merge (expires_at);
