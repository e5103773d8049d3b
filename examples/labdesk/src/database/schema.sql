-- Orders of all hospitals, their users and wards. Schema 57.
-- @implements SRS-F01, SRS-F08, SRS-F13

CREATE SEQUENCE order_number;

CREATE TABLE orders (
  number text PRIMARY KEY DEFAULT to_char(now(), 'YY') || '-' || lpad(nextval('order_number')::text, 6, '0'),
  tenant text NOT NULL,
  ward text NOT NULL,
  patient_number text NOT NULL CHECK (patient_number ~ '^[0-9]{8}$'),
  patient text NOT NULL CHECK (length(patient) BETWEEN 3 AND 120),
  born date NOT NULL,
  tests text[] NOT NULL CHECK (cardinality(tests) BETWEEN 1 AND 20),
  comment text NOT NULL DEFAULT '' CHECK (length(comment) <= 500),
  -- Given out with the empty form: the same form stores one order, however often it is sent.
  form_key uuid NOT NULL UNIQUE,
  entered timestamptz NOT NULL DEFAULT now(),
  entered_by text NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'acknowledged', 'rejected')),
  control_id text UNIQUE,
  last_try timestamptz,
  tries integer NOT NULL DEFAULT 0,
  received timestamptz,
  received_by text,
  -- Name of the object that holds the scanned form; never the name that the browser sent.
  attachment text UNIQUE,
  -- Number printed on the paper form of an outage, for an order that was entered later.
  paper_number text CHECK (paper_number ~ '^P-[0-9]{6}$'),
  -- When the ward was told that the order got no answer or was refused.
  noticed timestamptz,
  UNIQUE (tenant, paper_number)
);

CREATE INDEX orders_of_ward ON orders (tenant, ward, entered DESC);
CREATE INDEX orders_to_send ON orders (tenant, last_try) WHERE state IN ('waiting', 'sent');

CREATE TABLE users (
  id text PRIMARY KEY,
  tenant text NOT NULL,
  role text NOT NULL CHECK (role IN ('clerk', 'laboratory'))
);

CREATE TABLE wards_of_users (
  user_id text NOT NULL REFERENCES users,
  ward text NOT NULL,
  PRIMARY KEY (user_id, ward)
);
