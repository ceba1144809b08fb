-- What is forgotten is looked for in an index that holds it in the order of its age, a batch at a time.

create index pending_claim_by_expiry on pending_claim (token_expires_at);

-- The words of what was sent go long before the row: without this, each batch would read all rows whose words are gone.
alter table outbound_message add column has_content boolean default true not null;
update outbound_message set has_content = false where content is null;
alter table outbound_message add constraint outbound_message_content_known
  check (has_content = (content is not null));
create index outbound_message_by_content on outbound_message (has_content, state, finished_at);
