-- The desk: one case a person, its episodes, who works on it, what was tried and what came of it.

create table cases (
    case_id        text collate "C" primary key,
    person_id      text collate "C" not null unique,
    state          text not null check (state in ('QUEUED', 'TAKEN', 'WAITING', 'CLOSED')),
    episode        int not null,
    level          text not null,
    level_rank     smallint not null,
    family         text not null,
    score          smallint not null,
    amount_at_risk numeric not null,
    why_en         text not null default '',
    why_zh         text not null default '',
    unit           text not null,
    opened_at      timestamptz not null,
    first_event_at timestamptz not null,
    last_event_at  timestamptz not null,
    last_seq_day   date not null,
    assessments    int not null,
    late           boolean not null,
    live_call_at   timestamptz,
    attempted_at   timestamptz,
    vulnerable     boolean not null default false,
    busy           int not null default 0,
    escalations    int not null default 0,
    due_at         timestamptz not null,
    ready_at       timestamptz not null,
    pinned         boolean not null default false,
    points         int not null default 0,
    urgency        double precision not null default 0,
    taken_by       text,
    lease          uuid,
    leased_until   timestamptz,
    closed_at      timestamptz,
    version        int not null default 1
);

-- The queue: what nobody works on and nothing is awaited for. urgency falls by nothing: points less what ageing took off at the start.
create index cases_queued on cases (unit, pinned desc, urgency desc, due_at) where state = 'QUEUED';
create index cases_leased on cases (leased_until) where state = 'TAKEN';
create index cases_waiting on cases (ready_at) where state = 'WAITING';
create index cases_due on cases (due_at) where state in ('QUEUED', 'WAITING') and unit in ('COMMUNITY', 'DESK');
create index cases_open on cases (pinned desc, urgency desc, due_at) where state <> 'CLOSED';

-- One try to reach somebody.
create table attempts (
    attempt_id bigint generated always as identity primary key,
    case_id    text collate "C" not null references cases,
    episode    int not null,
    channel    text not null,
    contact    text not null,
    operator   text not null,
    at         timestamptz not null,
    note       text
);
create index attempts_by_case on attempts (case_id, at);

-- What came of an episode: contact and finding apart, the three kinds of averted money never added up.
create table outcomes (
    outcome_id       bigint generated always as identity primary key,
    case_id          text collate "C" not null references cases,
    episode          int not null,
    contact          text not null,
    finding          text not null,
    family           text,
    stage            text,
    lost             numeric,
    at_risk          numeric,
    averted_stopped  numeric,
    averted_attempted numeric,
    averted_balance  numeric,
    payee_accounts   text[] not null default '{}',
    scam_numbers     text[] not null default '{}',
    apps             text[] not null default '{}',
    note             text,
    operator         text not null,
    at               timestamptz not null,
    closes           boolean not null
);
create index outcomes_by_case on outcomes (case_id, at);

create table follow_ups (
    case_id  text collate "C" not null references cases,
    episode  int not null,
    due_at   timestamptz not null,
    done_at  timestamptz,
    primary key (case_id, episode, due_at)
);
create index follow_ups_due on follow_ups (due_at) where done_at is null;

create table hand_overs (
    hand_over_id bigint generated always as identity primary key,
    case_id      text collate "C" not null references cases,
    from_user    text not null,
    to_user      text,
    to_unit      text,
    reason       text not null,
    state        text not null check (state in ('OFFERED', 'ACCEPTED', 'RETURNED')),
    at           timestamptz not null,
    answered_at  timestamptz
);
create index hand_overs_open on hand_overs (case_id) where state = 'OFFERED';

-- What happened to a case, in words a person reads: opened, risen, re-opened, taken, handed back, escalated, closed.
create table case_history (
    id      bigint generated always as identity primary key,
    case_id text collate "C" not null references cases,
    episode int not null,
    at      timestamptz not null,
    who     text not null,
    what    text not null,
    detail  text
);
create index case_history_by_case on case_history (case_id, id);
