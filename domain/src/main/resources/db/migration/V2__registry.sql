-- Leases of hosts, generations of registrations, what hosts say that they run, and the order in which it all changed.

alter table host add column generation bigint default 0 not null;
alter table host add column lease_expires_at timestamp(6) with time zone;
alter table host add column last_seen_at timestamp(6) with time zone;
alter table host add column snapshot_at timestamp(6) with time zone;
alter table host add column snapshot_generation bigint default 0 not null;

-- The lease is the host's.
alter table binding drop column lease_expires_at;
-- Null while the transaction that changes the row is open; then the number that binding_clock gave to it.
alter table binding add column change_number bigint;
alter table binding add constraint binding_generation_unique unique (host_id, generation);
create index binding_by_host_change on binding (host_id, change_number);
create index binding_by_change on binding (change_number);

-- One row, locked by whoever changes bindings, from the end of the work until the commit.
create table binding_clock (
  id integer primary key,
  last_change bigint not null
);
insert into binding_clock (id, last_change) values (1, 0);

create table host_snapshot_agent (
  host_id uuid not null references host (id),
  alias varchar(255) not null,
  display_name varchar(200) not null,
  primary key (host_id, alias)
);

-- One row: the node that moves it sweeps.
create table sweep_turn (
  id integer primary key,
  free_at timestamp(6) with time zone not null
);
insert into sweep_turn (id, free_at) values (1, timestamp with time zone '2000-01-01 00:00:00+00');
