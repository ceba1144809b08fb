-- Keys that hosts sign their requests with, the nonces of such requests, and what administrators look for in the audit trail.

create table signing_key (
  id uuid primary key,
  host_id uuid not null references host (id),
  sealed_secret bytea not null,
  last_four varchar(4) not null,
  scopes varchar(500) not null,
  created_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone,
  revoked_at timestamp(6) with time zone,
  last_used_at timestamp(6) with time zone,
  version bigint not null
);
create index signing_key_by_host on signing_key (host_id, id);

-- Whoever puts the row in is the only one whose request with that nonce is acted upon.
create table signature_nonce (
  key_id uuid not null references signing_key (id),
  nonce varchar(255) not null,
  forget_at timestamp(6) with time zone not null,
  primary key (key_id, nonce)
);
create index signature_nonce_by_age on signature_nonce (forget_at);

create index audit_event_by_organization on audit_event (organization_id, id);
create index audit_event_by_subject on audit_event (subject, id);
