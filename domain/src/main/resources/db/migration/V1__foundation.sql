-- One schema for H2 (in PostgreSQL mode) and PostgreSQL. Keys are assigned UUIDs of version 7; times are UTC.

create table organization (
  id uuid primary key,
  slug varchar(100) not null,
  name varchar(200) not null,
  visibility varchar(10) not null,
  owner_user_id uuid,
  created_at timestamp(6) with time zone not null,
  archived_at timestamp(6) with time zone,
  version bigint not null,
  constraint organization_slug_unique unique (slug),
  constraint organization_owner_unique unique (owner_user_id),
  constraint organization_visibility_known check (visibility in ('PUBLIC', 'PRIVATE'))
);

create table member (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  user_id uuid not null,
  issuer varchar(500) not null,
  subject varchar(255) not null,
  email varchar(320),
  display_name varchar(200),
  role varchar(10) not null,
  created_at timestamp(6) with time zone not null,
  version bigint not null,
  constraint member_user_unique unique (organization_id, user_id),
  constraint member_role_known check (role in ('OWNER', 'ADMIN', 'MEMBER'))
);
create index member_by_user on member (user_id);

create table identity (
  id uuid primary key,
  member_id uuid not null references member (id),
  namespace varchar(30) not null,
  identifier varchar(320) not null,
  match_key varchar(320) not null,
  active_key varchar(360),
  source varchar(10) not null,
  linked_at timestamp(6) with time zone not null,
  verified_at timestamp(6) with time zone,
  unlinked_at timestamp(6) with time zone,
  version bigint not null,
  constraint identity_active_unique unique (active_key)
);
create index identity_by_member on identity (member_id);

create table agent (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  kind varchar(10) not null,
  name varchar(200),
  description varchar(2000),
  settings varchar(65536),
  template_agent_id uuid references agent (id),
  served_by_agent_id uuid references agent (id),
  alias varchar(255),
  host varchar(255),
  agent_user_id varchar(255),
  created_at timestamp(6) with time zone not null,
  version bigint not null,
  constraint agent_install_unique unique (organization_id, template_agent_id),
  constraint agent_user_id_unique unique (agent_user_id),
  constraint agent_alias_unique unique (alias, host),
  constraint agent_kind_known check (kind in ('TEMPLATE', 'INSTALLED', 'REGISTERED')),
  constraint agent_template_when_installed check ((kind = 'INSTALLED') = (template_agent_id is not null)),
  constraint agent_name_when_registered check ((kind = 'REGISTERED') = (agent_user_id is not null))
);
create index agent_by_template on agent (template_agent_id);

create table blueprint_item (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  kind varchar(30) not null,
  slug varchar(100) not null,
  name varchar(200) not null,
  definition varchar(65536) not null,
  managed_by_template_id uuid references agent (id),
  created_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  version bigint not null,
  constraint blueprint_item_slug_unique unique (organization_id, kind, slug)
);

create table host (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  name varchar(255) not null,
  created_at timestamp(6) with time zone not null,
  version bigint not null,
  constraint host_name_unique unique (name)
);

create table host_token (
  id uuid primary key,
  host_id uuid not null references host (id),
  token_hash bytea not null,
  last_four varchar(4) not null,
  scopes varchar(500) not null,
  created_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone,
  revoked_at timestamp(6) with time zone,
  last_used_at timestamp(6) with time zone,
  version bigint not null,
  constraint host_token_hash_unique unique (token_hash)
);
create index host_token_by_host on host_token (host_id);

create table binding (
  id uuid primary key,
  agent_id uuid not null references agent (id),
  host_id uuid not null references host (id),
  generation bigint not null,
  state varchar(10) not null,
  lease_expires_at timestamp(6) with time zone not null,
  last_seen_at timestamp(6) with time zone not null,
  version bigint not null,
  constraint binding_agent_unique unique (agent_id),
  constraint binding_state_known check (state in ('ACTIVE', 'STALE', 'RETIRED'))
);
create index binding_by_host on binding (host_id, state);

create table agent_token (
  id uuid primary key,
  agent_id uuid not null references agent (id),
  token_hash bytea not null,
  last_four varchar(4) not null,
  scopes varchar(500) not null,
  created_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone,
  revoked_at timestamp(6) with time zone,
  last_used_at timestamp(6) with time zone,
  version bigint not null,
  constraint agent_token_hash_unique unique (token_hash)
);
create index agent_token_by_agent on agent_token (agent_id);

create table claim (
  id uuid primary key,
  token_id varchar(64) not null,
  user_id uuid not null,
  template_agent_id uuid not null,
  organization_id uuid not null references organization (id),
  platform varchar(20) not null,
  account_key varchar(360) not null,
  claimed_at timestamp(6) with time zone not null,
  token_expires_at timestamp(6) with time zone not null,
  constraint claim_token_unique unique (token_id)
);

create table pending_claim (
  account_key varchar(360) primary key,
  token_id varchar(64) not null,
  last_four varchar(4) not null,
  user_id uuid not null,
  template_agent_id uuid not null,
  token_expires_at timestamp(6) with time zone not null,
  version bigint not null
);

create table chat_exchange (
  id uuid primary key,
  platform varchar(20) not null,
  account_key varchar(360) not null,
  message_id varchar(255) not null,
  received_at timestamp(6) with time zone not null,
  outcome varchar(30),
  agent_id uuid,
  organization_id uuid,
  reply varchar(4096),
  install_url varchar(1000),
  constraint chat_exchange_message_unique unique (platform, account_key, message_id)
);
create index chat_exchange_by_age on chat_exchange (received_at);

create table connection (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  platform varchar(20) not null,
  template_agent_id uuid not null references agent (id),
  name varchar(200) not null,
  address varchar(255),
  api_base_url varchar(500),
  sealed_settings bytea,
  enabled boolean not null,
  created_at timestamp(6) with time zone not null,
  version bigint not null
);
create index connection_by_template on connection (template_agent_id);

create table audit_head (
  organization_id uuid primary key,
  sequence bigint not null,
  hash bytea not null
);

create table audit_event (
  id uuid primary key,
  organization_id uuid not null,
  sequence bigint not null,
  occurred_at timestamp(6) with time zone not null,
  actor varchar(300) not null,
  action varchar(100) not null,
  subject varchar(300) not null,
  details varchar(16384) not null,
  previous_hash bytea not null,
  hash bytea not null,
  constraint audit_event_sequence_unique unique (organization_id, sequence),
  constraint audit_event_previous_unique unique (organization_id, previous_hash)
);

create table idempotency_record (
  id uuid primary key,
  caller varchar(300) not null,
  idempotency_key varchar(255) not null,
  fingerprint bytea not null,
  created_at timestamp(6) with time zone not null,
  locked_until timestamp(6) with time zone not null,
  status integer,
  sealed_answer bytea,
  constraint idempotency_key_unique unique (caller, idempotency_key)
);
create index idempotency_record_by_age on idempotency_record (created_at);
