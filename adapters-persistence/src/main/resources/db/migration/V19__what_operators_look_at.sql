-- How renewals ended, counted by hour for all processes; and what operators' counts are read from.

CREATE TABLE renewal_count (
    hour_from DATETIME(6) NOT NULL,
    platform  VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    outcome   VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    renewals  BIGINT      NOT NULL,
    PRIMARY KEY (hour_from, platform, outcome)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='How many renewals ended how within an hour; purged after thirty days';

-- Counted without reading the rows: with the state behind the end, and the owner behind the age.
CREATE INDEX connection_consent_end ON connection (reauthorize_by, status);
DROP INDEX connection_consent ON connection;
CREATE INDEX data_key_age ON data_key (created_at, owner, number);
