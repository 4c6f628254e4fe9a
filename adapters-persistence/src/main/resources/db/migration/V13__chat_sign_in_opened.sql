-- Which of several links somebody opened last: with it, no lock is needed to leave only that one.

ALTER TABLE chat_sign_in ADD COLUMN opened_no BIGINT NOT NULL DEFAULT 0;
