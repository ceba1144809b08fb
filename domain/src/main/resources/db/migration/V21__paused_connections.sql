-- Nothing of a connection goes out before that time: its platform said so, or takes long to fail.
alter table connection add column paused_until timestamp(6) with time zone;
