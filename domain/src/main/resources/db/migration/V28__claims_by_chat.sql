-- A code that waits for its YES is asked about in the chat that it was sent in: a YES or NO in another agent's chat is no answer to
-- it. Questions wait for minutes; whoever is asked at the moment sends the code again.
drop table pending_claim;
create table pending_claim (
  id uuid primary key,
  account_key varchar(360) not null,
  chat_template_agent_id uuid not null,
  token_id varchar(64) not null,
  last_four varchar(4) not null,
  user_id uuid not null,
  template_agent_id uuid not null,
  token_expires_at timestamp(6) with time zone not null,
  declined_at timestamp(6) with time zone,
  version bigint not null,
  constraint pending_claim_of_chat unique (account_key, chat_template_agent_id)
);
create index pending_claim_by_user on pending_claim (user_id);
create index pending_claim_by_expiry on pending_claim (token_expires_at);
