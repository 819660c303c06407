CREATE SEQUENCE IF NOT EXISTS declaration_number;

CREATE TABLE IF NOT EXISTS declaration (
  id BIGINT PRIMARY KEY,
  number VARCHAR(32) NOT NULL UNIQUE,
  professional VARCHAR(128) NOT NULL,
  idempotency_key VARCHAR(128) NOT NULL,
  received_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  hash CHAR(64) NOT NULL,
  content VARCHAR(1000000) NOT NULL,
  CONSTRAINT declaration_once UNIQUE (professional, idempotency_key)
);

CREATE TABLE IF NOT EXISTS finding (
  declaration BIGINT NOT NULL REFERENCES declaration (id) ON DELETE CASCADE,
  position INT NOT NULL,
  rule VARCHAR(16) NOT NULL,
  severity CHAR(1) NOT NULL,
  field VARCHAR(100) NOT NULL,
  fr VARCHAR(20000) NOT NULL,
  en VARCHAR(20000) NOT NULL,
  PRIMARY KEY (declaration, position)
);
