-- A link that was taken back is a change of a person too: the case may have been opened by what is another person's now.
alter table person_changes drop constraint person_changes_kind_check;
alter table person_changes add constraint person_changes_kind_check
    check (kind in ('RESCORED', 'MERGED', 'SEPARATED', 'FEEDBACK'));
