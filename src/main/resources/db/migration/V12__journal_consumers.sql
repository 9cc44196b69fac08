-- Consumers of the journal: how far each has come, what it set aside, and changes of persons that no event tells of.

-- When a call began that went on at the event, where people have to do something.
alter table events add column live_call_at timestamptz;

create index events_to_consume on events (seq) where assessment is not null;

-- seq is the last record of the journal the consumer is done with; it moves in the transaction of what followed from it.
create table journal_consumers (
    consumer text primary key,
    seq      bigint not null,
    moved_at timestamptz not null
);

-- What earlier versions made durable has its cases and messages already: consumers begin with the next start of the journal.
insert into journal_consumers (consumer, seq, moved_at)
select consumer, case when is_called then ((last_value + 1) << 32) - 1 else 0 end, now()
from journal_starts, unnest(array['desk', 'messages']) as consumer;

-- A re-scoring, a merge or feedback, written with what caused it and removed with what followed from it; seq is its place among
-- the events of the person.
create table person_changes (
    seq       bigint primary key,
    person_id text collate "C" not null,
    kind      text not null check (kind in ('RESCORED', 'MERGED', 'FEEDBACK')),
    at        timestamptz not null,
    body      bytea not null
);

-- Records a consumer passed over. With retry_at: tried again then, and later records of the person wait behind it. Without: it
-- is for a person to look at; set retry_at to now() and it is tried again, as at every start.
create table set_aside_records (
    consumer  text not null references journal_consumers,
    seq       bigint not null,
    day       date,
    kind      text not null,
    person_id text collate "C" not null,
    event     text,
    reason    text not null,
    since     timestamptz not null,
    tries     int not null,
    retry_at  timestamptz,
    primary key (consumer, seq)
);

-- The last record of the journal in a case: what is met again changes nothing.
alter table cases add column last_seq bigint not null default 0;
