-- By which organization's connection a link was proved: null for the deployment's own ways (its gateways, its homeserver, the
-- page, a sign-in), and where it is not known. An organization that signs its own deliveries can say anything in them, so
-- what it says changes its own links alone.
alter table identity add column proved_by_organization_id uuid references organization (id);

-- The link that this one came with, by which a NO finds what it is to end. It may be gone: no foreign key.
alter table identity add column came_with_id uuid;
create index identity_by_root on identity (came_with_id);

-- What came from before. A link is the organization's whose template was claimed with it, in the same moment, if the template
-- had a connection of that platform by then; of all others it is not known. A later claim by the same account says nothing:
-- the account was linked already.
update identity set proved_by_organization_id = (
  select t.organization_id from claim c
  join agent t on t.id = c.template_agent_id
  where c.account_key = identity.active_key and c.user_id = identity.user_id
    and c.claimed_at <= identity.verified_at and c.claimed_at > identity.verified_at - interval '1' minute
    and c.platform in ('whatsapp', 'telegram', 'slack')
    and exists (
      select 1 from connection n
      where n.template_agent_id = c.template_agent_id and n.platform = c.platform and n.created_at <= c.claimed_at)
  order by c.claimed_at desc
  fetch first 1 rows only)
where active_key is not null;

update identity set came_with_id = (
  select root.id from identity root
  where root.user_id = identity.user_id and root.source in ('CLAIM', 'FORM') and root.verified_at is not null
    and root.verified_at <= identity.verified_at
  order by root.verified_at desc, root.id desc
  fetch first 1 rows only)
where source = 'ALIAS' and active_key is not null;

-- An alias that came in the moment of the claim has been proved by the same word.
update identity set proved_by_organization_id = (
  select root.proved_by_organization_id from identity root
  where root.id = identity.came_with_id and root.verified_at > identity.verified_at - interval '1' minute)
where source = 'ALIAS' and active_key is not null;

-- Scopes of ids were taken from the delivery alone, so that any organization could name another's. Those that were learned
-- with a link of a known organization are its own; of the others nobody knows whose word they were, and the next id is believed.
alter table scoped_id alter column scope set data type varchar(200);
update scoped_id set scope = (
  select 'organization:' || cast(i.proved_by_organization_id as varchar(36)) || ' ' || scoped_id.scope
  from identity i where i.id = scoped_id.identity_id)
where scope like 'waba:%' and exists (
  select 1 from identity i where i.id = scoped_id.identity_id and i.proved_by_organization_id is not null);
delete from scoped_id where scope like 'waba:%';
