-- What waits in a queue has a time at which it is due and the chat that it waits in, and what is done has neither: so each
-- step of the search for the next one has an index of its own, which holds what waits and nothing else. With a condition
-- that two indexes could serve, PostgreSQL, whose statistics are of a time when nothing waited, may take the wrong one and
-- read all that waits, for each that waits.

alter table inbound_message alter column due_at drop not null;
alter table inbound_message alter column chat_key drop not null;
update inbound_message set due_at = null, chat_key = null where done_at is not null;
alter table inbound_message add constraint inbound_message_waits
  check ((done_at is null) = (due_at is not null) and (done_at is null) = (chat_key is not null));
drop index inbound_message_by_work;
drop index inbound_message_by_chat;
create index inbound_message_by_work on inbound_message (due_at, position);
create index inbound_message_by_chat on inbound_message (chat_key, position);

alter table outbound_message alter column due_at drop not null;
alter table outbound_message add column chat_key varchar(400);
update outbound_message set due_at = null where state in ('SENT', 'DEAD');
update outbound_message set chat_key = cast(connection_id as varchar(36)) || ':' || chat
  where state in ('PENDING', 'SENDING');
alter table outbound_message add constraint outbound_message_waits
  check ((state in ('PENDING', 'SENDING')) = (due_at is not null)
    and (state in ('PENDING', 'SENDING')) = (chat_key is not null));
drop index outbound_message_by_work;
drop index outbound_message_by_chat;
create index outbound_message_by_work on outbound_message (due_at, position);
create index outbound_message_by_chat on outbound_message (chat_key, position);
create index outbound_message_by_state on outbound_message (state, position);
