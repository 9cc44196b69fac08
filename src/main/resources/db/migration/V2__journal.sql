-- Persons, their links and what was learned about them; the events, day by day; snapshots of profiles.

create table persons (
    person_id   text collate "C" primary key,
    provisional boolean not null,
    merged_into text collate "C",
    attributes  jsonb,
    verified    jsonb,
    created_at  timestamptz not null
);

create index persons_by_household on persons using gin ((attributes -> 'household'))
    where attributes -> 'household' is not null;

-- A phone or account, as a keyed hash, names a person from valid_from until valid_to.
create table person_links (
    kind       text not null check (kind in ('phone', 'account')),
    hash       bytea not null,
    person_id  text collate "C" not null,
    valid_from timestamptz not null,
    valid_to   timestamptz
);

create unique index person_links_valid on person_links (kind, hash) where valid_to is null;
create index person_links_by_person on person_links (person_id);

create table feedback (
    source           text collate "C" not null,
    feedback_id      text collate "C" not null,
    person_id        text collate "C" not null,
    finding          text not null,
    event_ids        text[] not null,
    lost_amount      numeric,
    prevented_amount numeric,
    family           text,
    note             text,
    received_at      timestamptz not null,
    primary key (source, feedback_id)
);

-- One row per event, whatever its day: what makes a repeat a repeat.
create table event_keys (
    source       text collate "C" not null,
    event_id     text collate "C" not null,
    person_id    text collate "C" not null,
    seq          bigint not null,
    day          date not null,
    content_hash bytea not null,
    primary key (source, event_id)
);

-- seq is the number of the process's start shifted left by 32 bits plus a counter: exact order without a hot sequence.
create sequence journal_starts;

-- The families a version of the rules scores, so that an answer without hits can be given again to the byte.
create table scored_by (
    id       int generated always as identity primary key,
    version  text not null,
    families text[] not null,
    unique (version, families)
);

-- flags: bits 0-3 evidence classes without data, bit 4 came too late. counterparty: the account newly paid, the number that called.
-- assessment: the answer as it went out; null when nothing was found, then it follows from the other columns.
create table events (
    seq            bigint not null,
    day            date not null,
    person_id      text collate "C" not null,
    source         text collate "C" not null,
    event_id       text collate "C" not null,
    type           text not null,
    occurred_at    timestamptz not null,
    offset_seconds int not null,
    received_at    timestamptz not null,
    other_payers   int,
    other_people   int,
    counterparty   text,
    level          text not null,
    family         text,
    score          smallint not null,
    valid_until    timestamptz,
    flags          smallint not null,
    scored_by      int not null,
    body           bytea not null,
    assessment     bytea
) partition by range (day);

create index events_by_person on events (person_id, seq);

-- The profile after the event seq, received on day; later events of the person are applied to it.
create table profiles (
    person_id   text collate "C" primary key,
    seq         bigint not null,
    day         date not null,
    snapshot    bytea not null,
    level       text not null,
    family      text,
    score       smallint not null,
    valid_until timestamptz
);
