package org.gridloom.organization.internal;

import java.util.List;
import java.util.stream.Stream;
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

    @Override
    public List<Permission> permissions() {
        return Stream.of(TERRITORY).flatMap(List::stream).toList();
    }

    private static Permission permission(String code, String zh, String en) {
        return new Permission(code, new Text(zh, en));
    }
}
