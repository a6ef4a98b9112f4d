package org.gridloom.organization.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How the district's unit codes are made. */
@ObjectClassDefinition(name = "Organisation 组织体系", description = "Levels and code layout of the territory / 区域层级与编码规则")
public @interface TerritorySettings {

    @AttributeDefinition(
            name = "Levels 层级",
            description = "From the district down, code:digits:中文:English / 自上而下,代码:位数:中文:英文")
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
            name = "Kinds 类别",
            description = "level:code:中文:English:suffix ranges, the first of a level is its default"
                    + " / 层级:代码:中文:英文:后缀区间,每层级首项为默认")
    String[] kinds() default {
        "community:community:社区:Community:001-199,300-999",
        "community:village:村:Village:200-299",
        "grid:basic:基础网格:Basic grid:001-899",
        "grid:dedicated:专属网格:Dedicated grid:900-999"
    };
}
