-- What the homeserver pushed, which agents are in its rooms, and where they are to come in.

create table homeserver_transaction (
  transaction_id varchar(255) primary key,
  digest bytea not null,
  events integer not null,
  skipped integer not null,
  taken_at timestamp(6) with time zone not null
);
create index homeserver_transaction_by_age on homeserver_transaction (taken_at);

create table homeserver_event (
  event_id varchar(255) primary key,
  taken_at timestamp(6) with time zone not null
);
create index homeserver_event_by_age on homeserver_event (taken_at);

create table room_presence (
  room_id varchar(255) not null,
  agent_id uuid not null references agent (id),
  joined_at timestamp(6) with time zone not null,
  primary key (room_id, agent_id)
);
create index room_presence_by_agent on room_presence (agent_id);

create table invitation (
  id uuid primary key,
  room_id varchar(255) not null,
  agent_id uuid not null references agent (id),
  attempts integer not null,
  due_at timestamp(6) with time zone not null,
  constraint invitation_unique unique (room_id, agent_id)
);
create index invitation_by_due on invitation (due_at);

-- Of routed chat messages; no room can say it of its own.
alter table inbox_message add column installed_agent_id uuid;
alter table inbox_message add column organization_id uuid;
