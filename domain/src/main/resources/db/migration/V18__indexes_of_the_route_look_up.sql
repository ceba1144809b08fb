-- Each step of the route look-up finds in its index all that it needs and reads no row: half the pages, which a database
-- with more accounts than memory has to read from its file.
create index identity_by_route on identity (active_key, member_id);
create index member_by_route on member (user_id, organization_id, created_at, id);
drop index member_by_user;
create index organization_by_route on organization (id, archived_at);
create index agent_by_route on agent (organization_id, template_agent_id, id);
