-- Local rooms, and what waits for agents to read it. A room belongs to an organization: tenants never meet in one.

create table room (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  room_id varchar(255) not null,
  created_at timestamp(6) with time zone not null,
  constraint room_name_unique unique (organization_id, room_id)
);

create table room_member (
  room_key uuid not null references room (id),
  agent_id uuid not null references agent (id),
  joined_at timestamp(6) with time zone not null,
  primary key (room_key, agent_id)
);

create table room_event (
  agent_id uuid not null references agent (id),
  transaction_id varchar(255) not null,
  event_id varchar(255) not null,
  sent_at timestamp(6) with time zone not null,
  primary key (agent_id, transaction_id)
);
create index room_event_by_age on room_event (sent_at);

create table inbox (
  agent_id uuid primary key references agent (id),
  last_position bigint not null
);

create table inbox_message (
  agent_id uuid not null references agent (id),
  position bigint not null,
  event_id varchar(255) not null,
  room_id varchar(255) not null,
  sender varchar(255) not null,
  event_type varchar(255) not null,
  content varchar(524288) not null,
  sent_at timestamp(6) with time zone not null,
  delivered_at timestamp(6) with time zone not null,
  primary key (agent_id, position)
);
create index inbox_message_by_age on inbox_message (delivered_at);

create table message_send (
  id uuid primary key,
  agent_id uuid not null references agent (id),
  txn_id varchar(255) not null,
  fingerprint bytea not null,
  event_id varchar(255),
  created_at timestamp(6) with time zone not null,
  constraint message_send_unique unique (agent_id, txn_id)
);
create index message_send_by_age on message_send (created_at);
