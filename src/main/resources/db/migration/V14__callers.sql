-- What bounds the use of an API key; keys made before have no bounds.
alter table api_keys
    add column expires_at          timestamptz,
    add column requests_per_second integer not null default 0,
    add column burst               integer not null default 0,
    add column addresses           text[]  not null default '{}';

-- Which source told the attributes of a person, and with them its links. Those told before have no row: they belong to
-- sources that told events of the person.
create table person_sources (
    person_id text collate "C" primary key,
    source    text collate "C" not null,
    told_at   timestamptz      not null
);

-- Tries to sign in that failed, by the address they came from. A name is never locked for everybody.
create table sign_in_tries (
    name    text        not null,
    address text        not null,
    failed  integer     not null,
    last_at timestamptz not null,
    until   timestamptz not null,
    primary key (name, address)
);
create index sign_in_tries_by_time on sign_in_tries (last_at);
alter table users drop column failed_tries, drop column locked_until;
