-- What ended tokens sooner than they said, in the order of the commits: every node reads on from where it was.

-- One row, locked by whoever ends tokens, from the end of the work until the commit.
create table revocation_clock (
  id integer primary key,
  last_number bigint not null
);
insert into revocation_clock (id, last_number) values (1, 0);

create table revocation (
  number bigint primary key,
  token_id uuid not null,
  recorded_at timestamp(6) with time zone not null
);
create index revocation_by_age on revocation (recorded_at);
