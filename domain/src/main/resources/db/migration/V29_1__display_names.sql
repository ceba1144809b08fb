-- What people call the owner of a linked account that has no number to show: the username, as it was when the account was linked.
alter table identity add column display_name varchar(100);
