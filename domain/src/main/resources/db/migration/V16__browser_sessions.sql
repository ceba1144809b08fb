-- What browsers signed out of; what became of links, for whoever looks at the landing page; who waits for a YES.

create table ended_session (
  session_id uuid primary key,
  expires_at timestamp(6) with time zone not null
);
create index ended_session_by_expiry on ended_session (expires_at);
