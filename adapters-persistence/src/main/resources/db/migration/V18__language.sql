-- What a person chose to be spoken to in; empty when they never chose.

ALTER TABLE account ADD COLUMN language VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL;
