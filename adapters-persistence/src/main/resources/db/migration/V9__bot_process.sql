-- Which process speaks for a bot, so that another takes over as soon as that one is known to have ended.

ALTER TABLE chat_bot ADD COLUMN process VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL;
