-- Vault keys that turn while the service serves. usable is 1 as long as data keys may be wrapped by a key: a foreign key over it keeps a
-- data key from naming one that wraps no more, and a vault key that is named from being disabled, whoever is first.

ALTER TABLE vault_key ADD COLUMN usable TINYINT DEFAULT 1 NOT NULL;
ALTER TABLE vault_key ADD COLUMN since DATETIME(6) NULL;
ALTER TABLE vault_key ADD COLUMN next_master_key_id VARCHAR(255) NULL;
ALTER TABLE vault_key ADD COLUMN next_wrapped VARBINARY(4096) NULL;
ALTER TABLE vault_key ADD CONSTRAINT vault_key_state CHECK (
    (usable = 1 AND state IN ('PENDING', 'ACTIVE', 'DECRYPT_ONLY')) OR (usable = 0 AND state IN ('DISABLED', 'DESTROYED')));
ALTER TABLE vault_key ADD CONSTRAINT vault_key_next CHECK ((next_master_key_id IS NULL) = (next_wrapped IS NULL));
CREATE UNIQUE INDEX vault_key_usable ON vault_key (number, usable);

ALTER TABLE data_key ADD COLUMN vault_key_usable TINYINT DEFAULT 1 NOT NULL;
ALTER TABLE data_key ADD CONSTRAINT data_key_usable CHECK (vault_key_usable = 1);
CREATE INDEX data_key_under ON data_key (vault_key, vault_key_usable, owner, number);
DROP INDEX data_key_wrapped_by ON data_key;
ALTER TABLE data_key ADD CONSTRAINT data_key_vault_key
    FOREIGN KEY (vault_key, vault_key_usable) REFERENCES vault_key (number, usable);

CREATE TABLE vault_reader (
    process       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    knows         INT          NOT NULL,
    master_key_id VARCHAR(255) NOT NULL,
    seen_at       DATETIME(6)  NOT NULL,
    PRIMARY KEY (process)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Processes, and the newest vault key that each has read; a new key wraps when all have';
