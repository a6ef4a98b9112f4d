package org.gridloom.organization.internal;

import java.util.List;
import java.util.stream.Stream;
import org.gridloom.organization.PartyPermissions;
import org.gridloom.organization.TerritoryPermissions;
import org.gridloom.platform.security.Permission;
import org.gridloom.platform.security.PermissionSet;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;

/** Everything that the organisation capability checks. */
@Component
public final class OrganizationPermissions implements PermissionSet {

    private static final List<Permission> TERRITORY = List.of(
            permission(TerritoryPermissions.UNIT_READ, "查看区域单元", "See units of territory"),
            permission(TerritoryPermissions.UNIT_EDIT, "新设、修改区域单元", "Create and change units of territory"),
            permission(
                    TerritoryPermissions.UNIT_RESTRUCTURE,
                    "迁移、合并、拆分、撤销区域单元",
                    "Move, merge, split and close units of territory"),
            permission(TerritoryPermissions.DOCUMENT_READ, "查看文件登记", "See the document register"),
            permission(TerritoryPermissions.DOCUMENT_EDIT, "维护文件登记", "Keep the document register"));

    private static final List<Permission> PARTY = List.of(
            permission(PartyPermissions.PARTY_READ, "查看党组织、任职与覆盖情况", "See party organisations, posts and coverage"),
            permission(PartyPermissions.PARTY_EDIT, "维护党组织", "Keep party organisations"),
            permission(PartyPermissions.PERSON_READ, "查看人员", "See people with their names"),
            permission(PartyPermissions.PERSON_EDIT, "维护人员", "Keep people"),
            permission(PartyPermissions.POST_APPOINT, "任免与交接职务", "Appoint, hand over and end posts"),
            permission(PartyPermissions.OUTSIDE_READ, "查看外部单位", "See outside organisations"),
            permission(PartyPermissions.OUTSIDE_EDIT, "维护外部单位", "Keep outside organisations"),
            permission(PartyPermissions.COORDINATION_READ, "查看协调机制", "See coordination bodies"),
            permission(PartyPermissions.COORDINATION_EDIT, "维护协调机制", "Keep coordination bodies"),
            permission(PartyPermissions.TASK_WORK, "办理协调任务", "Carry out tasks of coordination bodies"),
            permission(
                    PartyPermissions.VOCABULARY_EDIT,
                    "维护层级、类型与职务名目",
                    "Keep party levels, types of organisations and kinds of posts"));

    @Override
    public Text module() {
        return Text.of("组织体系", "Organisation");
    }

    @Override
    public List<Permission> permissions() {
        return Stream.of(TERRITORY, PARTY).flatMap(List::stream).toList();
    }

    private static Permission permission(String code, String zh, String en) {
        return new Permission(code, new Text(zh, en));
    }
}
