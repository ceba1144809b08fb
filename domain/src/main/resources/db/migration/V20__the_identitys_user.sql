-- The user of an identity's member, who never changes: the route look-up goes from the identity to all of the user's
-- memberships, and has one step less with it.
alter table identity add column user_id uuid;
update identity set user_id = (select m.user_id from member m where m.id = identity.member_id);
alter table identity alter column user_id set not null;
drop index identity_by_route;
create index identity_by_route on identity (active_key, user_id, member_id);
