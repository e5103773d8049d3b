-- Who may do what in the database, whatever the programs in front of it ask for.
-- @implements SRS-S02, SRS-S03, SRS-S14

CREATE ROLE web_application NOLOGIN;
CREATE ROLE interface_worker NOLOGIN;
CREATE ROLE housekeeping NOLOGIN;

GRANT SELECT ON orders, users, wards_of_users TO web_application;
GRANT USAGE ON SEQUENCE order_number TO web_application;
GRANT INSERT (tenant, ward, patient_number, patient, born, tests, comment, form_key, paper_number, entered_by)
  ON orders TO web_application;
GRANT UPDATE (comment, received, received_by, attachment, noticed) ON orders TO web_application;

-- The worker sends orders; it can change how far an order got, and not what the order says.
GRANT SELECT (number, tenant, ward, patient_number, patient, born, tests, comment, state, control_id, last_try, tries)
  ON orders TO interface_worker;
GRANT UPDATE (state, control_id, last_try, tries) ON orders TO interface_worker;

GRANT SELECT (number, tenant, received, attachment), DELETE ON orders TO housekeeping;

ALTER TABLE orders ENABLE ROW LEVEL SECURITY;

-- Set by the web application for each request from the rows of the user. What is not set fits no row.
CREATE POLICY of_the_user ON orders TO web_application
  USING (
    tenant = current_setting('labdesk.tenant', true)
    AND (current_setting('labdesk.every_ward', true) = 'yes'
         OR ward = ANY (string_to_array(current_setting('labdesk.wards', true), chr(31))))
  );

-- One worker serves one hospital, and sees an order from its entry until ten minutes after its last try.
CREATE POLICY of_the_queue ON orders TO interface_worker
  USING (
    tenant = current_setting('labdesk.tenant', true)
    AND (state IN ('waiting', 'sent') OR last_try > now() - interval '10 minutes')
  );

-- What waits for the laboratory, or for its samples, is never deleted.
CREATE POLICY after_a_year ON orders TO housekeeping
  USING (received <= now() - interval '365 days');
