-- Events are signed when they are noted, and chained a little later. A link tells nothing of its event, and stays when that is erased.

ALTER TABLE activity ADD COLUMN ref BINARY(16) NULL;
ALTER TABLE activity ADD COLUMN digest BINARY(32) NULL;
ALTER TABLE activity ADD COLUMN chained TINYINT DEFAULT 0 NOT NULL;
ALTER TABLE activity ADD CONSTRAINT activity_mark CHECK ((ref IS NULL) = (digest IS NULL));
CREATE UNIQUE INDEX activity_ref ON activity (ref);
CREATE INDEX activity_waiting ON activity (chained, id);

CREATE TABLE audit_link (
    number      BIGINT     NOT NULL,
    activity_id BIGINT     NOT NULL,
    owner       BINARY(32) NOT NULL,
    digest      BINARY(32) NOT NULL,
    adopted     TINYINT    NOT NULL,
    head        BINARY(32) NOT NULL,
    PRIMARY KEY (number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='The audit chain over activity; number is given once, which decides between processes';

CREATE INDEX audit_link_activity ON audit_link (activity_id);

CREATE TABLE audit_erasure (
    owner BINARY(32) NOT NULL,
    proof BINARY(32) NOT NULL,
    PRIMARY KEY (owner)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Accounts that were erased, by keyed digest: their links have no events';
