-- Who did what to whom or to what. Every entry holds the hash of the one before; nothing is ever changed or taken out.

create table audit_log (
    id            bigint primary key,
    at            timestamptz not null,
    who           text not null,
    what          text not null,
    about         text not null,
    detail        jsonb not null,
    previous_hash bytea not null,
    hash          bytea not null
);
create index audit_log_by_about on audit_log (about, id);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
    raise exception 'The audit log is only ever added to; % is refused', tg_op using errcode = 'restrict_violation';
end $$;

create trigger audit_log_append_only before update or delete or truncate on audit_log
    for each statement execute function refuse_audit_change();
alter table audit_log enable always trigger audit_log_append_only;
