-- When a NO turned the claim down; null while it waits. The landing page tells of it for a while.
alter table pending_claim add column declined_at timestamp(6) with time zone;
