-- Rooms of the homeserver that were replaced by others, for each agent that was there.

create table room_upgrade (
  agent_id uuid not null references agent (id),
  old_room_id varchar(255) not null,
  new_room_id varchar(255) not null,
  -- The server of whoever replaced the room: through it the new one is found. Empty where there is none.
  via varchar(255) not null,
  -- Whether the agent was in the new room before: if so, it stays there, whatever becomes of this.
  was_there boolean not null,
  -- PENDING is due; WAITING needs an invitation; FOLLOWED and REFUSED are over.
  state varchar(10) not null,
  attempts integer not null,
  due_at timestamp(6) with time zone,
  announced_at timestamp(6) with time zone not null,
  primary key (agent_id, old_room_id)
);
create index room_upgrade_by_due on room_upgrade (due_at);
create index room_upgrade_by_new_room on room_upgrade (new_room_id, agent_id);
