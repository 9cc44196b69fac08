-- What was warned of in each episode of a case, by which rules, and what it turned out to be.

create table warned_episodes (
    case_id      text collate "C" not null references cases,
    episode      int not null,
    person_id    text collate "C" not null,
    opened_at    timestamptz not null,
    warned_at    timestamptz not null,
    changed_at   timestamptz not null,
    level        text not null,
    level_rank   smallint not null,
    family       text not null,
    rule_set     text not null,
    rules        text[] collate "C" not null,
    experimental text[] collate "C" not null,
    merged       boolean not null default false,
    -- What the labels of the episode say together; null until there is one.
    verdict      text check (verdict in ('SCAM', 'ORDINARY', 'UNKNOWN')),
    disputed     boolean not null default false,
    family_found text,
    labelled_at  timestamptz,
    -- Of the rules: those that were the only one of their class of evidence, and the one that was the only one at all.
    alone        text[] collate "C" not null default '{}',
    sole         text collate "C",
    recheck      boolean not null default false,
    primary key (case_id, episode)
);
create index warned_episodes_by_opening on warned_episodes (opened_at);
create index warned_episodes_by_change on warned_episodes (changed_at);
create index warned_episodes_by_person on warned_episodes (person_id, opened_at);
create index warned_episodes_by_label on warned_episodes (labelled_at) where labelled_at is not null;
create index warned_episodes_disputed on warned_episodes (labelled_at) where disputed;
create index warned_episodes_to_recheck on warned_episodes (labelled_at) where recheck;

insert into warned_episodes (case_id, episode, person_id, opened_at, warned_at, changed_at, level, level_rank, family,
    rule_set, rules, experimental)
select case_id, episode, person_id, opened_at, last_event_at, opened_at, level, level_rank, family, '', '{}', '{}'
from cases;

-- One opinion on an episode: the desk's (reference: case and episode) or that of a bank (reference: its feedback).
-- A bank's opinion may be on what nobody was warned of; then it has no case.
create table labels (
    origin    text not null check (origin in ('DESK', 'BANK')),
    source    text collate "C" not null,
    reference text collate "C" not null,
    person_id text collate "C" not null,
    case_id   text collate "C",
    episode   int,
    verdict   text not null check (verdict in ('SCAM', 'ORDINARY', 'UNKNOWN')),
    finding   text not null,
    family    text,
    at        timestamptz not null,
    primary key (origin, source, reference),
    foreign key (case_id, episode) references warned_episodes
);
create index labels_by_episode on labels (case_id, episode);
create index labels_unwarned on labels (at) where case_id is null;

-- Episodes counted by the day they were opened on; days are counted anew when an episode of theirs has changed.
create table rule_days (
    day       date not null,
    rule      text collate "C" not null,
    scams     int not null,
    ordinary  int not null,
    unknown   int not null,
    open      int not null,
    alone     int not null,
    caught    int not null,
    warned_at timestamptz not null,
    primary key (day, rule)
);

create table episode_days (
    day          date not null,
    level        text not null,
    family       text not null,
    verdict      text,
    disputed     boolean not null,
    family_found text,
    episodes     int not null
);
create index episode_days_by_day on episode_days (day);

create table days_counted (
    until timestamptz not null,
    zone  text not null
);
insert into days_counted values ('epoch', '');
