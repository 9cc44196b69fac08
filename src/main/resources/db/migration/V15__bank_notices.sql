-- What banks and telecoms are told after their answer, in the order in which they read it; posted where a webhook is set.
create table bank_notices (
    seq       bigint generated always as identity primary key,
    id        uuid not null unique,
    source    text collate "C" not null,
    person_id text collate "C" not null,
    body      text not null,
    at        timestamptz not null,
    state     text not null check (state in ('READABLE', 'PENDING', 'DELIVERED', 'GIVEN_UP')),
    due_at    timestamptz not null,
    tries     int not null default 0
);
create index bank_notices_by_source on bank_notices (source, seq);
create index bank_notices_due on bank_notices (due_at, seq) where state = 'PENDING';
create index bank_notices_by_age on bank_notices (at);

-- The level of a person as it was told last, and by which record of the journal: older ones change nothing.
create table told_levels (
    person_id   text collate "C" primary key,
    seq         bigint not null,
    level       text not null,
    valid_until timestamptz
);

-- Payments that were answered HOLD, and what the desk decided on them.
create table payment_holds (
    source     text collate "C" not null,
    event_id   text collate "C" not null,
    person_id  text collate "C" not null,
    until      timestamptz not null,
    state      text not null check (state in ('HELD', 'CONFIRMED', 'RELEASED')),
    decided_at timestamptz,
    primary key (source, event_id)
);
create index payment_holds_by_person on payment_holds (person_id, until desc);

-- Banks are told of what happens from the next start of the journal on.
insert into journal_consumers (consumer, seq, moved_at)
select 'banks', case when is_called then ((last_value + 1) << 32) - 1 else 0 end, now() from journal_starts;

-- The id of the assessment of an event, as the product makes it; so that an assessment is found by its id.
create function assessment_id(source text, event_id text) returns uuid language sql immutable parallel safe return
    overlay(overlay(md5(char_length(source) || ':' || source || event_id) placing '3' from 13)
        placing substr('89ab', (get_byte(decode(substr(md5(char_length(source) || ':' || source || event_id), 17, 2), 'hex'), 0) / 16) % 4 + 1, 1)
        from 17)::uuid;
create index event_keys_by_assessment on event_keys (assessment_id(source, event_id));
