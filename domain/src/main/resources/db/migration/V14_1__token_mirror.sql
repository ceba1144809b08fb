-- How the copy of the tokens' hashes at the homeserver stands.

-- One row. Not adopted, what the homeserver keeps may be all there is: nothing is written over it.
create table token_mirror (
  id integer primary key,
  adopted_at timestamp(6) with time zone,
  sequence bigint not null,
  digest bytea,
  written_at timestamp(6) with time zone,
  turn uuid,
  turn_free_at timestamp(6) with time zone not null
);
insert into token_mirror (id, sequence, turn_free_at) values (1, 0, timestamp with time zone '2000-01-01 00:00:00+00');
