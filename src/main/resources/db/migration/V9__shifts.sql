-- Who works where and when, and who is away for a while.

create table shifts (
    shift_id  bigint generated always as identity primary key,
    unit      text not null,
    operator  text not null,
    starts_at timestamptz not null,
    ends_at   timestamptz not null,
    check (ends_at > starts_at)
);
create index shifts_by_end on shifts (ends_at);

create table operators_away (
    operator   text primary key,
    away_until timestamptz not null
);

-- Units are those of a table now, so every unit can be left by escalation.
drop index cases_due;
create index cases_due on cases (unit, due_at) where state in ('QUEUED', 'WAITING');

-- Money that warnings still count although an earlier episode stopped it.
alter table cases add column averted numeric not null default 0;
