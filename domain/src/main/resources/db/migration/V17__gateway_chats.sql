-- Chats whose messages gateways hand in, each a room to the agent that serves, and what agents said there.

create table gateway_chat (
  id uuid primary key,
  template_agent_id uuid not null references agent (id),
  account_key varchar(360) not null,
  platform varchar(20) not null,
  platform_user_id varchar(320) not null,
  created_at timestamp(6) with time zone not null,
  constraint gateway_chat_unique unique (template_agent_id, account_key)
);

-- One row, locked by whoever says something, until the commit.
create table gateway_reply_clock (
  id integer primary key,
  last_position bigint not null
);
insert into gateway_reply_clock (id, last_position) values (1, 0);

create table gateway_reply (
  position bigint primary key,
  chat_id uuid not null references gateway_chat (id),
  saying_id uuid not null,
  text varchar(65536) not null,
  said_at timestamp(6) with time zone not null,
  constraint gateway_reply_unique unique (saying_id)
);
create index gateway_reply_by_age on gateway_reply (said_at);
