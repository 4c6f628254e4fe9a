-- What a provider says besides of whoever signs in: whether the address is theirs, and a second name for the day on which the first changes.

ALTER TABLE sign_in_method ADD COLUMN email_verified TINYINT DEFAULT 0 NOT NULL;
ALTER TABLE sign_in_method ADD COLUMN alternate_subject VARBINARY(1020) NULL;
