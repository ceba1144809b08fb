-- Keys of numbers whose plan was changed (Cote d'Ivoire, Benin, Gabon, Vietnam): links that were made in the old form are found
-- by the new one from now on. The rules are those of NumberVariants. Exchanges of messages keep their keys: they only tell
-- deliveries of one message apart, for days.

create table renumbering (
  old_start varchar(20) primary key,
  old_length integer not null,
  new_start varchar(20) not null,
  step integer not null
);
-- Two forms of Gabon become one: each step is one to one by itself.
insert into renumbering (old_start, old_length, new_start, step) values
  ('+22501', 12, '+2250101', 1), ('+22502', 12, '+2250102', 1), ('+22503', 12, '+2250103', 1),
  ('+22504', 12, '+2250504', 1), ('+22505', 12, '+2250505', 1), ('+22506', 12, '+2250506', 1),
  ('+22507', 12, '+2250707', 1), ('+22508', 12, '+2250708', 1), ('+22509', 12, '+2250709', 1),
  ('+22540', 12, '+2250140', 1), ('+22541', 12, '+2250141', 1), ('+22542', 12, '+2250142', 1),
  ('+22543', 12, '+2250143', 1), ('+22544', 12, '+2250544', 1), ('+22545', 12, '+2250545', 1),
  ('+22546', 12, '+2250546', 1), ('+22547', 12, '+2250747', 1), ('+22548', 12, '+2250748', 1),
  ('+22549', 12, '+2250749', 1), ('+22550', 12, '+2250150', 1), ('+22551', 12, '+2250151', 1),
  ('+22552', 12, '+2250152', 1), ('+22553', 12, '+2250153', 1), ('+22554', 12, '+2250554', 1),
  ('+22555', 12, '+2250555', 1), ('+22556', 12, '+2250556', 1), ('+22557', 12, '+2250757', 1),
  ('+22558', 12, '+2250758', 1), ('+22559', 12, '+2250759', 1), ('+22564', 12, '+2250564', 1),
  ('+22565', 12, '+2250565', 1), ('+22566', 12, '+2250566', 1), ('+22567', 12, '+2250767', 1),
  ('+22568', 12, '+2250768', 1), ('+22569', 12, '+2250769', 1), ('+22570', 12, '+2250170', 1),
  ('+22571', 12, '+2250171', 1), ('+22572', 12, '+2250172', 1), ('+22573', 12, '+2250173', 1),
  ('+22574', 12, '+2250574', 1), ('+22575', 12, '+2250575', 1), ('+22576', 12, '+2250576', 1),
  ('+22577', 12, '+2250777', 1), ('+22578', 12, '+2250778', 1), ('+22579', 12, '+2250779', 1),
  ('+22584', 12, '+2250584', 1), ('+22585', 12, '+2250585', 1), ('+22586', 12, '+2250586', 1),
  ('+22587', 12, '+2250787', 1), ('+22588', 12, '+2250788', 1), ('+22589', 12, '+2250789', 1),
  ('+22594', 12, '+2250594', 1), ('+22595', 12, '+2250595', 1), ('+22596', 12, '+2250596', 1),
  ('+22597', 12, '+2250797', 1), ('+22598', 12, '+2250798', 1), ('+22599', 12, '+2250799', 1),
  ('+229', 12, '+22901', 1), ('+24102', 12, '+24162', 1), ('+24105', 12, '+24165', 1),
  ('+24106', 12, '+24166', 1), ('+24104', 12, '+24174', 1), ('+24107', 12, '+24177', 1),
  ('+2412', 11, '+24162', 2), ('+2415', 11, '+24165', 2), ('+2416', 11, '+24166', 2),
  ('+2414', 11, '+24174', 2), ('+2417', 11, '+24177', 2), ('+84120', 13, '+8470', 1),
  ('+84121', 13, '+8479', 1), ('+84122', 13, '+8477', 1), ('+84126', 13, '+8476', 1),
  ('+84128', 13, '+8478', 1), ('+84123', 13, '+8483', 1), ('+84124', 13, '+8484', 1),
  ('+84125', 13, '+8485', 1), ('+84127', 13, '+8481', 1), ('+84129', 13, '+8482', 1),
  ('+84162', 13, '+8432', 1), ('+84163', 13, '+8433', 1), ('+84164', 13, '+8434', 1),
  ('+84165', 13, '+8435', 1), ('+84166', 13, '+8436', 1), ('+84167', 13, '+8437', 1),
  ('+84168', 13, '+8438', 1), ('+84169', 13, '+8439', 1), ('+84186', 13, '+8456', 1),
  ('+84188', 13, '+8458', 1), ('+84199', 13, '+8459', 1);

-- Links, those that have ended too.
update identity set match_key = (
  select r.new_start || substring(identity.match_key from char_length(r.old_start) + 1) from renumbering r
  where identity.match_key like r.old_start || '%' and char_length(identity.match_key) = r.old_length)
where namespace in ('wa_jid', 'phone') and exists (
  select 1 from renumbering r
  where identity.match_key like r.old_start || '%' and char_length(identity.match_key) = r.old_length);

-- Where both forms of a number were linked, the link that was proved last stays: it is the one whose owner has the number.
update identity set active_key = null, unlinked_at = current_timestamp, unlink_reason = 'RENUMBERED', version = version + 1
where active_key is not null and namespace in ('wa_jid', 'phone') and exists (
  select 1 from identity other
  where other.active_key is not null and other.id <> identity.id and other.namespace = identity.namespace
    and other.match_key = identity.match_key
    and (case when other.verified_at is null then 0 else 1 end > case when identity.verified_at is null then 0 else 1 end
      or (case when other.verified_at is null then 0 else 1 end = case when identity.verified_at is null then 0 else 1 end
        and (coalesce(other.verified_at, other.linked_at) > coalesce(identity.verified_at, identity.linked_at)
          or (coalesce(other.verified_at, other.linked_at) = coalesce(identity.verified_at, identity.linked_at)
            and other.id > identity.id)))));

update identity set active_key = namespace || ':' || match_key
where active_key is not null and namespace in ('wa_jid', 'phone') and active_key <> namespace || ':' || match_key;

-- Typed numbers that wait: of two forms that one user typed, the one that was typed last is found.
update identity set pending_key = namespace || ':' || match_key
where pending_key is not null and namespace in ('wa_jid', 'phone') and pending_key <> namespace || ':' || match_key
  and not exists (
    select 1 from identity other
    where other.id <> identity.id and other.user_id = identity.user_id and other.pending_key is not null
      and other.namespace = identity.namespace and other.match_key = identity.match_key
      and (other.pending_key = other.namespace || ':' || other.match_key or other.id > identity.id));

-- Claims, and the chats that agents may answer in.
update claim set account_key = (
  select 'wa_jid:' || r.new_start || substring(claim.account_key from char_length(r.old_start) + 8) from renumbering r
  where claim.account_key like 'wa_jid:' || r.old_start || '%' and char_length(claim.account_key) = r.old_length + 7)
where exists (
  select 1 from renumbering r
  where claim.account_key like 'wa_jid:' || r.old_start || '%' and char_length(claim.account_key) = r.old_length + 7);

update chat_room set account_key = (
  select 'wa_jid:' || r.new_start || substring(chat_room.account_key from char_length(r.old_start) + 8) from renumbering r
  where chat_room.account_key like 'wa_jid:' || r.old_start || '%'
    and char_length(chat_room.account_key) = r.old_length + 7)
where exists (
  select 1 from renumbering r
  where chat_room.account_key like 'wa_jid:' || r.old_start || '%'
    and char_length(chat_room.account_key) = r.old_length + 7);

-- Where there is a chat by the new form already, the old one stays as it is: nobody writes there any more.
update gateway_chat set account_key = (
  select 'wa_jid:' || r.new_start || substring(gateway_chat.account_key from char_length(r.old_start) + 8)
  from renumbering r
  where r.step = 1 and gateway_chat.account_key like 'wa_jid:' || r.old_start || '%'
    and char_length(gateway_chat.account_key) = r.old_length + 7)
where exists (
  select 1 from renumbering r
  where r.step = 1 and gateway_chat.account_key like 'wa_jid:' || r.old_start || '%'
    and char_length(gateway_chat.account_key) = r.old_length + 7
    and not exists (
      select 1 from gateway_chat other
      where other.template_agent_id = gateway_chat.template_agent_id
        and other.account_key = 'wa_jid:' || r.new_start
          || substring(gateway_chat.account_key from char_length(r.old_start) + 8)));

update gateway_chat set account_key = (
  select 'wa_jid:' || r.new_start || substring(gateway_chat.account_key from char_length(r.old_start) + 8)
  from renumbering r
  where r.step = 2 and gateway_chat.account_key like 'wa_jid:' || r.old_start || '%'
    and char_length(gateway_chat.account_key) = r.old_length + 7)
where exists (
  select 1 from renumbering r
  where r.step = 2 and gateway_chat.account_key like 'wa_jid:' || r.old_start || '%'
    and char_length(gateway_chat.account_key) = r.old_length + 7
    and not exists (
      select 1 from gateway_chat other
      where other.template_agent_id = gateway_chat.template_agent_id
        and other.account_key = 'wa_jid:' || r.new_start
          || substring(gateway_chat.account_key from char_length(r.old_start) + 8)));


-- Questions wait for minutes; whoever is asked sends the code again.
delete from pending_claim where exists (
  select 1 from renumbering r
  where pending_claim.account_key like 'wa_jid:' || r.old_start || '%'
    and char_length(pending_claim.account_key) = r.old_length + 7);

drop table renumbering;

-- By which id, scoped to a business portfolio, the platform names the owner of a linked number: another one of the same scope
-- and namespace is another owner. Rows of links that have ended tell who had the number before.
create table scoped_id (
  identity_id uuid not null references identity (id) on delete cascade,
  scope varchar(120) not null,
  namespace varchar(30) not null,
  identifier varchar(320) not null,
  primary key (identity_id, scope, namespace)
);
create index scoped_id_by_identifier on scoped_id (identifier);
