-- One value, sealed with the encryption key: what opens it opens the rest. Whoever puts the row in has chosen the key of
-- this database.
create table encryption_check (
  id integer primary key,
  sealed bytea not null,
  sealed_at timestamp(6) with time zone not null,
  constraint encryption_check_single check (id = 1)
);
