-- Agents are listed in the order of their changes, and many change with one number.
drop index binding_by_host_change;
create index binding_by_host_change on binding (host_id, change_number, id);
drop index binding_by_change;
create index binding_by_change on binding (change_number, id);

-- The timer looks for leases that ran out.
create index host_by_lease on host (lease_expires_at);
