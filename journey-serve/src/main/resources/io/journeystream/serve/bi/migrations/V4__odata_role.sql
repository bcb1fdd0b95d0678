-- Role and grants one by one: whoever may not do the one may yet do the others.
do $$
begin
    if not exists (select from pg_roles where rolname = 'journeystream_odata') then
        create role journeystream_odata nologin;
    end if;
exception
    when insufficient_privilege then
        raise warning 'nobody can read over OData until somebody who may has said: create role journeystream_odata nologin; grant journeystream_reader to journeystream_odata; grant journeystream_odata to %', current_user;
end
$$;

do $$
begin
    if exists (select from pg_roles where rolname = 'journeystream_odata') then
        if not pg_has_role('journeystream_odata', 'journeystream_reader', 'member') then
            grant journeystream_reader to journeystream_odata;
        end if;
        if not pg_has_role(current_user, 'journeystream_odata', 'member') then
            grant journeystream_odata to current_user;
        end if;
    end if;
exception
    when insufficient_privilege then
        raise warning 'nobody can read over OData until somebody who may has said: grant journeystream_reader to journeystream_odata; grant journeystream_odata to %', current_user;
end
$$;

-- Whoever asks over OData has the teams of their key, and none that all readers may have been given.
create or replace view bi.my_teams as
select distinct rt.team
from bi.reader_team rt
join pg_roles r on r.rolname = rt.role_name
where pg_has_role(current_user, r.oid, 'usage') and current_user <> 'journeystream_odata'
union
select team
from unnest(string_to_array(current_setting('journeystream.teams', true), ',')) team
where current_user = 'journeystream_odata';
