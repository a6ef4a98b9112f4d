package org.gridloom.training.internal;

import java.util.List;
import org.gridloom.platform.security.Permission;
import org.gridloom.platform.security.PermissionSet;
import org.gridloom.platform.text.Text;
import org.gridloom.training.TrainingPermissions;
import org.osgi.service.component.annotations.Component;

/** Everything that the training capability checks. */
@Component
public final class TrainingPermissionSet implements PermissionSet {

    @Override
    public Text module() {
        return Text.of("培训", "Training");
    }

    @Override
    public List<Permission> permissions() {
        return List.of(
                permission(
                        TrainingPermissions.READ,
                        "查看培训、参训、证书与覆盖情况",
                        "See sessions, attendance, certificates and coverage"),
                permission(
                        TrainingPermissions.EDIT,
                        "维护培训项目、工作室、师资与期次",
                        "Keep programmes, studios, trainers and sessions"),
                permission(TrainingPermissions.RECORD, "报名、记录出勤与成绩", "Enrol people, record attendance and scores"),
                permission(TrainingPermissions.CERTIFY, "颁发与撤销证书", "Issue and revoke certificates"));
    }

    private static Permission permission(String code, String zh, String en) {
        return new Permission(code, new Text(zh, en));
    }
}
