select seat as unit_code, family || '/' || coalesce(level, '') as part, valid_from as on_day, 1 as amount
from organization_org_state
union all
select seat, family || '/' || coalesce(level, ''), valid_to, -1
from organization_org_state
where valid_to < date '9999-12-31'
