-- Counts the processes that have been the single writer; tells a process that lost its lock whether another wrote since.
create table writer (
    epoch bigint not null
);
insert into writer values (0);

create table api_keys (
    id         bigint generated always as identity primary key,
    name       text        not null,
    source     text        not null,
    scopes     text[]      not null,
    hash       bytea       not null unique,
    created_at timestamptz not null,
    revoked_at timestamptz
);
create unique index api_keys_name on api_keys (name) where revoked_at is null;

create table users (
    name          text primary key,
    password_hash text        not null,
    role          text        not null check (role in ('ADMINISTRATOR', 'ANALYST', 'OPERATOR')),
    created_at    timestamptz not null,
    changed_at    timestamptz not null
);

-- The exact text of every published rule set, by path, so that an old assessment can be explained.
create table rule_sets (
    version      text primary key,
    rules        integer     not null,
    files        jsonb       not null,
    published_by text        not null,
    published_at timestamptz not null
);

-- Which rule set served since when; the latest row is in service, the one before is what a rollback returns to.
create table rule_set_servings (
    id            bigint generated always as identity primary key,
    version       text        not null references rule_sets,
    serving_since timestamptz not null,
    started_by    text        not null
);
