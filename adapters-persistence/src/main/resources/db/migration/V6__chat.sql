-- Chats with a bot. Ids of users, bots and updates are the messenger's own numbers.

ALTER TABLE attempt ADD COLUMN chat_user BIGINT NULL;
ALTER TABLE attempt DROP CONSTRAINT attempt_proof;
ALTER TABLE attempt ADD CONSTRAINT attempt_proof CHECK (
    (proof = 'FLOW_COOKIE' AND flow_cookie_hash IS NOT NULL AND chat_user IS NULL)
 OR (proof = 'HANDOFF' AND flow_cookie_hash IS NULL AND chat_user IS NULL)
 OR (proof = 'CHAT' AND flow_cookie_hash IS NULL AND chat_user IS NOT NULL));

CREATE TABLE chat (
    user_id     BIGINT      NOT NULL,
    account_id  VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    language    VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    muted_since DATETIME(6) NULL,
    since       DATETIME(6) NOT NULL,
    PRIMARY KEY (user_id),
    CONSTRAINT chat_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Which account is used from which private chat';

CREATE TABLE chat_update (
    bot           BIGINT      NOT NULL,
    update_id     BIGINT      NOT NULL,
    holder        BINARY(16)  NOT NULL,
    claimed_at    DATETIME(6) NOT NULL,
    claimed_until DATETIME(6) NOT NULL,
    done_at       DATETIME(6) NULL,
    PRIMARY KEY (bot, update_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Updates that are or were handled, so that each takes effect once; purged after two days';

CREATE INDEX chat_update_open ON chat_update (bot, done_at, update_id);
CREATE INDEX chat_update_done ON chat_update (done_at, claimed_at);

CREATE TABLE chat_outbox (
    id         BINARY(16)       NOT NULL,
    seq        BIGINT           NOT NULL AUTO_INCREMENT,
    user_id    BIGINT           NOT NULL,
    name       VARBINARY(800)   NULL,
    body       VARBINARY(32000) NOT NULL,
    repeatable BOOLEAN          NOT NULL,
    tries      INT              NOT NULL,
    not_before DATETIME(6)      NOT NULL,
    expires_at DATETIME(6)      NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT chat_outbox_seq UNIQUE (seq)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Sealed messages that wait to be sent, in the order of seq; gone when sent';

CREATE INDEX chat_outbox_chat ON chat_outbox (user_id, seq);
CREATE INDEX chat_outbox_due ON chat_outbox (not_before);
CREATE INDEX chat_outbox_expiry ON chat_outbox (expires_at);

CREATE TABLE chat_key (
    name       VARBINARY(800) NOT NULL,
    expires_at DATETIME(6)    NOT NULL,
    PRIMARY KEY (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Keys of messages that were put, with when those expire; kept for sixty days more';

CREATE INDEX chat_key_expiry ON chat_key (expires_at);

CREATE TABLE chat_bot (
    bot          BIGINT      NOT NULL,
    holder       BINARY(16)  NULL,
    held_until   DATETIME(6) NULL,
    paused_until DATETIME(6) NULL,
    PRIMARY KEY (bot),
    CONSTRAINT chat_bot_duty CHECK ((holder IS NULL) = (held_until IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Which process speaks for a bot, and until when it is to send nothing';

CREATE TABLE chat_link (
    user_id    BIGINT      NOT NULL,
    code_hash  BINARY(32)  NOT NULL,
    account_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
    number     INT         NULL,
    expires_at DATETIME(6) NOT NULL,
    PRIMARY KEY (user_id),
    CONSTRAINT chat_link_code UNIQUE (code_hash),
    CONSTRAINT chat_link_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
    CONSTRAINT chat_link_claim CHECK ((account_id IS NULL) = (number IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='Chats that are about to be linked to an account, for minutes';

CREATE INDEX chat_link_expiry ON chat_link (expires_at);
