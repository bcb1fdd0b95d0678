-- Whoever asks over OData has a key of HTTP, and no role of their own. The server asks in their place, as this role,
-- and says for which teams. Only this role is believed that: nobody can become it but who runs the server.

do $$
begin
    if not exists (select from pg_roles where rolname = 'journeystream_odata') then
        create role journeystream_odata nologin;
    end if;
    if not pg_has_role('journeystream_odata', 'journeystream_reader', 'member') then
        grant journeystream_reader to journeystream_odata;
    end if;
    -- Whoever made a role may grant it, and not yet become it.
    grant journeystream_odata to current_user;
exception
    when insufficient_privilege then
        raise warning 'nobody can read over OData until a superuser has said: grant journeystream_reader to journeystream_odata; grant journeystream_odata to %', current_user;
end
$$;

create or replace view bi.my_teams as
select distinct rt.team
from bi.reader_team rt
join pg_roles r on r.rolname = rt.role_name
where pg_has_role(current_user, r.oid, 'usage')
union
select team
from unnest(string_to_array(current_setting('journeystream.teams', true), ',')) team
where current_user = 'journeystream_odata';
