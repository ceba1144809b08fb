-- Key pairs that sign the tokens of agents; the private halves are sealed.

create table token_key_pair (
  id uuid primary key,
  number bigint not null,
  public_key bytea not null,
  sealed_private_key bytea not null,
  created_at timestamp(6) with time zone not null,
  signs_from timestamp(6) with time zone not null,
  constraint token_key_pair_number_unique unique (number)
);
