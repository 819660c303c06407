CREATE TABLE IF NOT EXISTS dossier (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  begun_in INT NOT NULL,
  professional VARCHAR(128) NOT NULL,
  revision INT NOT NULL
);

CREATE INDEX IF NOT EXISTS dossier_of ON dossier (professional);

CREATE TABLE IF NOT EXISTS dossier_version (
  dossier BIGINT NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  number INT NOT NULL,
  state VARCHAR(16) NOT NULL,
  changed_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  content VARCHAR(1000000) NOT NULL,
  proof_at TIMESTAMP(3) WITH TIME ZONE,
  proof_hash CHAR(64),
  confirmed_at TIMESTAMP(3) WITH TIME ZONE,
  reason VARCHAR(32),
  PRIMARY KEY (dossier, number)
);

CREATE TABLE IF NOT EXISTS hand_over (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  dossier BIGINT NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  version INT NOT NULL,
  revision INT NOT NULL,
  professional VARCHAR(128) NOT NULL,
  idempotency_key VARCHAR(128) NOT NULL,
  findings CHARACTER LARGE OBJECT NOT NULL,
  CONSTRAINT hand_over_once UNIQUE (professional, idempotency_key)
);

CREATE TABLE IF NOT EXISTS act (
  professional VARCHAR(128) NOT NULL,
  idempotency_key VARCHAR(128) NOT NULL,
  dossier BIGINT NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  what VARCHAR(128) NOT NULL,
  PRIMARY KEY (professional, idempotency_key)
);
