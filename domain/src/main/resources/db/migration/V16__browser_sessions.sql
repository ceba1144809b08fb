-- What browsers signed out of, and what the landing page tells of links and of claims that wait for a YES.

create table ended_session (
  session_id uuid primary key,
  expires_at timestamp(6) with time zone not null
);
create index ended_session_by_expiry on ended_session (expires_at);

-- Why a link ended; null for those that are active, and for those that ended before this was kept.
alter table identity add column unlink_reason varchar(30);

create index pending_claim_by_user on pending_claim (user_id);
create index claim_by_user on claim (user_id, claimed_at);
