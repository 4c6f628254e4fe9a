-- Signing in where somebody is, by a number that they say in their chat.

CREATE TABLE chat_sign_in (
    state_hash  BINARY(32)   NOT NULL,
    code_hash   BINARY(32)   NOT NULL,
    cookie_hash BINARY(32)   NULL,
    number      INT          NOT NULL,
    device      VARCHAR(120) NOT NULL,
    user_id     BIGINT       NULL,
    said        INT          NULL,
    expires_at  DATETIME(6)  NOT NULL,
    PRIMARY KEY (state_hash),
    CONSTRAINT chat_sign_in_code UNIQUE (code_hash),
    CONSTRAINT chat_sign_in_said CHECK (said IS NULL OR user_id IS NOT NULL)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='People who are about to sign in by their chat, for minutes';

CREATE INDEX chat_sign_in_user ON chat_sign_in (user_id);
CREATE INDEX chat_sign_in_expiry ON chat_sign_in (expires_at);
