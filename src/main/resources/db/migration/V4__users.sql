-- The people who sign in: what each may do, for whom they work, and the tries that failed.

alter table users drop constraint users_role_check;
update users set role = 'ADMIN' where role = 'ADMINISTRATOR';
alter table users
    add constraint users_role_check check (role in ('OPERATOR', 'SUPERVISOR', 'ANALYST', 'APPROVER', 'ADMIN')),
    add column display_name text not null default '',
    add column units        text[] not null default '{}',
    add column failed_tries int not null default 0,
    add column locked_until timestamptz,
    add column disabled     boolean not null default false;
update users set display_name = name;
