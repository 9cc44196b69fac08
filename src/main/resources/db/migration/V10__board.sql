-- What the supervisor's board and the pages of persons and of the audit log look up.

-- The episodes of cases: as each opened, when somebody was first tried and first reached, and how many seconds that took.
create table episodes (
    case_id    text collate "C" not null references cases,
    episode    int not null,
    opened_at  timestamptz not null,
    level      text collate "C" not null,
    due_at     timestamptz,
    tried_at   timestamptz,
    reached_at timestamptz,
    tried_after   int generated always as (date_part('epoch', tried_at - opened_at)::int) stored,
    reached_after int generated always as (date_part('epoch', reached_at - opened_at)::int) stored,
    primary key (case_id, episode)
);

-- Kept by the database, so that every way to open a case or to record a try is counted.
create function open_episode() returns trigger language plpgsql as $$
begin
    insert into episodes (case_id, episode, opened_at, level, due_at)
    values (new.case_id, new.episode, new.opened_at, new.level, new.due_at)
    on conflict do nothing;
    return null;
end $$;
create trigger cases_open after insert on cases for each row execute function open_episode();
create trigger cases_open_again after update of episode on cases for each row
    when (new.episode > old.episode) execute function open_episode();

create function reaches_somebody(contact text) returns boolean language sql immutable parallel safe
return contact in ('REACHED_PHONE', 'REACHED_IN_PERSON', 'REACHED_KIN', 'HUNG_UP', 'ABUSIVE', 'OUT_OF_TOWN_TRANSFERRED');

create function try_episode() returns trigger language plpgsql as $$
begin
    update episodes set tried_at = coalesce(tried_at, new.at),
        reached_at = coalesce(reached_at, case when reaches_somebody(new.contact) then new.at end)
    where case_id = new.case_id and episode = new.episode and reached_at is null
        and (tried_at is null or reaches_somebody(new.contact));
    return null;
end $$;
create trigger attempts_count after insert on attempts for each row execute function try_episode();

insert into episodes (case_id, episode, opened_at, level, tried_at, reached_at)
select opened.case_id, opened.episode, min(opened.at), min(opened.detail),
    (select min(at) from attempts where case_id = opened.case_id and episode = opened.episode),
    (select min(at) from attempts where case_id = opened.case_id and episode = opened.episode
        and reaches_somebody(contact))
from case_history opened
where opened.what in ('OPENED', 'REOPENED', 'REATTEMPT') and opened.detail is not null
group by opened.case_id, opened.episode;

create index episodes_by_time on episodes (opened_at);
create index attempts_by_time on attempts (at);
create index outcomes_by_time on outcomes (at);
create index hand_overs_offered on hand_overs (at) where state = 'OFFERED';
create index hand_overs_answered on hand_overs (answered_at) where answered_at is not null;

-- Lines come in order of time: a summary of each stretch of pages finds a day's lines and costs the intake nothing.
create index case_history_by_time on case_history using brin (at) with (pages_per_range = 16, autosummarize = on);

create index audit_log_by_who on audit_log (who, id);
create index audit_log_by_what on audit_log (what, id);
create index audit_log_by_time on audit_log (at, id);
