-- A link that nobody has proved is pending: it holds no account, so that any number of users may have the same one pending.

alter table identity add column pending_key varchar(360);
update identity set pending_key = active_key, active_key = null where active_key is not null and verified_at is null;
alter table identity add constraint identity_pending_unique unique (pending_key, user_id);
alter table identity add constraint identity_active_is_verified
  check (active_key is null or (verified_at is not null and pending_key is null));

-- Whether the identity provider vouches for the address: only such a one is told to others. Of members from before, an
-- address is known to be verified where it is linked as such.
alter table member add column email_verified boolean default false not null;
update member set email_verified = true where exists (
  select 1 from identity i
  where i.member_id = member.id and i.namespace = 'email' and i.active_key is not null and i.verified_at is not null
    and i.identifier = lower(member.email));

-- The one question that is open in an account's chat with a template's agent: whether it is to be linked by that pending
-- identity.
create table typed_question (
  account_key varchar(360) not null,
  template_agent_id uuid not null,
  identity_id uuid not null references identity (id) on delete cascade,
  asked_at timestamp(6) with time zone not null,
  greeting_connection_id uuid,
  primary key (account_key, template_agent_id)
);
create index typed_question_by_age on typed_question (asked_at);
create index typed_question_by_identity on typed_question (identity_id);

-- What was said while the question was open. Delivered after a YES, and gone with the question otherwise.
create table held_message (
  id uuid primary key,
  account_key varchar(360) not null,
  template_agent_id uuid not null,
  connection_id uuid references connection (id) on delete cascade,
  sealed_content bytea not null,
  size integer not null,
  constraint held_message_question foreign key (account_key, template_agent_id)
    references typed_question (account_key, template_agent_id) on delete cascade
);
create index held_message_by_question on held_message (account_key, template_agent_id, id);

-- Whom a greeting was sent to that they had not asked for, and for whom: the latest of each number.
create table greeting (
  account_key varchar(360) primary key,
  user_id uuid not null,
  sent_at timestamp(6) with time zone not null
);
create index greeting_by_user on greeting (user_id, sent_at);
create index greeting_by_age on greeting (sent_at);

-- An approved template message that goes out in place of the text; null for a text.
alter table outbound_message add column template varchar(4000);
