-- Contacts, legs, surveys and switches say whether their journey is matured, so that nobody has to join it for that.
alter table bi.fact_contact add column maturity text;
alter table bi.fact_leg add column maturity text;
alter table bi.fact_survey add column maturity text;
alter table bi.fact_switch add column maturity text;

update bi.fact_contact part set maturity = j.maturity from bi.fact_journey j
where j.journey_id = part.journey_id and j.started_at = part.journey_started_at;
update bi.fact_leg part set maturity = j.maturity from bi.fact_journey j
where j.journey_id = part.journey_id and j.started_at = part.journey_started_at;
update bi.fact_survey part set maturity = j.maturity from bi.fact_journey j
where j.journey_id = part.journey_id and j.started_at = part.journey_started_at;
update bi.fact_switch part set maturity = j.maturity from bi.fact_journey j
where j.journey_id = part.journey_id and j.started_at = part.journey_started_at;

alter table bi.fact_contact alter column maturity set not null;
alter table bi.fact_leg alter column maturity set not null;
alter table bi.fact_survey alter column maturity set not null;
alter table bi.fact_switch alter column maturity set not null;

-- Calculations over time need every day between two, also of months without facts.
insert into bi.dim_date
select day, extract(year from day), extract(quarter from day), extract(month from day),
    date_trunc('month', day), date_trunc('week', day), extract(isoyear from day), extract(week from day),
    extract(isodow from day), to_char(day, 'FMDay'), extract(isodow from day) >= 6
from generate_series((select min(date) from bi.dim_date)::timestamp, (select max(date) from bi.dim_date)::timestamp,
    interval '1 day') day
on conflict do nothing;
comment on table bi.dim_date is 'Days in UTC: all days from the first month of which there are facts to the last.';
