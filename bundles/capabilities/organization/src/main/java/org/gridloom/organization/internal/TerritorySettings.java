package org.gridloom.organization.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How the district's unit codes are made. */
@ObjectClassDefinition(
        id = TerritorySettings.PID,
        name = "组织体系 / Organisation",
        description = "区域层级与编码规则 / Levels and code layout of the territory")
public @interface TerritorySettings {

    /** Name of the configuration. */
    String PID = "org.gridloom.organization";

    @AttributeDefinition(
            name = "层级 / Levels",
            description = "自上而下,代码:位数:中文:英文 / From the district down, code:digits:中文:English")
    String[] levels() default {
        "district:6:区:District",
        "street:3:街道:Street",
        "community:3:社区(村):Community",
        "grid:3:网格:Grid",
        "building:3:楼栋:Building",
        "entrance:2:单元:Entrance",
        "dwelling:4:户:Dwelling"
    };

    @AttributeDefinition(
            name = "类别 / Kinds",
            description = "层级:代码:中文:英文:后缀区间,每层级首项为默认"
                    + " / level:code:中文:English:suffix ranges, the first of a level is its default")
    String[] kinds() default {
        "community:community:社区:Community:001-199,300-999",
        "community:village:村:Village:200-299",
        "grid:basic:基础网格:Basic grid:001-899",
        "grid:dedicated:专属网格:Dedicated grid:900-999"
    };
}
