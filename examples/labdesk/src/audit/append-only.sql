-- Entries can be added and read. Nobody changes or removes one, the owner of the table included.
-- @implements SRS-S10

CREATE TABLE audit (
  entry bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  user_id text NOT NULL,
  action text NOT NULL CHECK (action IN ('view', 'create', 'change', 'print', 'receive')),
  order_number text NOT NULL CHECK (order_number ~ '^[0-9]{2}-[0-9]{6}$')
);

CREATE ROLE audit_intake NOLOGIN;
CREATE ROLE audit_review NOLOGIN;
GRANT INSERT (at, user_id, action, order_number) ON audit TO audit_intake;
GRANT SELECT ON audit TO audit_review;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Audit entries are never changed.';
END $$;

CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
