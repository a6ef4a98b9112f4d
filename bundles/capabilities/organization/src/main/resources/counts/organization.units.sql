select code as unit_code,
       case when kind_code is null then level_code else level_code || '/' || kind_code end as part,
       valid_from as on_day,
       1 as amount
from organization_unit
union all
select code, case when kind_code is null then level_code else level_code || '/' || kind_code end, valid_to, -1
from organization_unit
where valid_to is not null
