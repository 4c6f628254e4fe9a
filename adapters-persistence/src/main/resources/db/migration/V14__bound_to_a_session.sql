-- What changes who may sign in is bound to the session that began it. Merging two accounts is one of these.

DELETE FROM attempt WHERE purpose = 'LINK';

ALTER TABLE attempt DROP CONSTRAINT attempt_purpose;
ALTER TABLE attempt ADD COLUMN session_id BINARY(16) NULL;
ALTER TABLE attempt ADD CONSTRAINT attempt_purpose CHECK (purpose IN ('SIGN_IN', 'LINK', 'MERGE', 'CONNECT', 'RECONNECT'));
ALTER TABLE attempt ADD CONSTRAINT attempt_session CHECK ((purpose IN ('LINK', 'MERGE')) = (session_id IS NOT NULL));
