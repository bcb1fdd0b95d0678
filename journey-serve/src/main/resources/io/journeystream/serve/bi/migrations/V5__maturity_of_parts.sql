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
