-- Numbers, accounts, names and what people write are kept sealed: bytes that begin with FF. Values written before this begin
-- otherwise, stay readable, and are sealed by the command reseal.

-- The keys that seal values of this database, each with a value sealed by it; that of the last turn seals what is written now.
create table seal_keys (
    key_id      bigint primary key,
    check_value bytea       not null,
    turn        int         not null unique,
    since       timestamptz not null
);

-- counterparty holds the account or number in clear only in rows written before this, until they are sealed.
alter table events add column counterparty_hash bytea;

-- The hash of an event could be tried until the number in it was found; a repeat is compared with the sealed body itself.
alter table event_keys drop column content_hash;

drop index persons_by_household;
alter table persons add column household text[];
update persons set household = array(select jsonb_array_elements_text(attributes -> 'household'))
    where jsonb_typeof(attributes -> 'household') = 'array';
alter table persons
    alter column attributes type bytea using convert_to(attributes::text, 'UTF8'),
    alter column verified type bytea using convert_to(verified::text, 'UTF8');
create index persons_by_household on persons using gin (household) where household is not null;

alter table feedback alter column note type bytea using convert_to(note, 'UTF8');

alter table attempts alter column note type bytea using convert_to(note, 'UTF8');

alter table outcomes
    alter column payee_accounts drop default,
    alter column scam_numbers drop default,
    alter column apps drop default;
alter table outcomes
    alter column payee_accounts type bytea using convert_to(to_json(payee_accounts)::text, 'UTF8'),
    alter column scam_numbers type bytea using convert_to(to_json(scam_numbers)::text, 'UTF8'),
    alter column apps type bytea using convert_to(to_json(apps)::text, 'UTF8'),
    alter column note type bytea using convert_to(note, 'UTF8');
alter table outcomes
    alter column payee_accounts set default '[]',
    alter column scam_numbers set default '[]',
    alter column apps set default '[]';

alter table hand_overs alter column reason type bytea using convert_to(reason, 'UTF8');

-- What a person had to say goes to told; detail is left to what the desk does by itself: units, levels, operators.
alter table case_history add column told bytea;
update case_history set told = convert_to(detail, 'UTF8'), detail = null where who <> 'quanzu' and detail is not null;

alter table outreach_orders
    alter column body type bytea using convert_to(body, 'UTF8'),
    alter column answer type bytea using convert_to(answer, 'UTF8');

-- What people typed as a reason, beside the audit log, which holds a salted hash of it: the log is never changed, keys are.
create table audit_reasons (
    entry_id bigint primary key,
    reason   bytea not null
);
