-- How often a chat lately said what may be a guess at a code or a number; 0 until the first.

ALTER TABLE chat ADD COLUMN tries INT NOT NULL DEFAULT 0;
ALTER TABLE chat ADD COLUMN tried_at DATETIME(6) NULL;
ALTER TABLE chat ADD CONSTRAINT chat_tries CHECK ((tries = 0) = (tried_at IS NULL));
