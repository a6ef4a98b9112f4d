package org.gridloom.platform.privacy.internal;

import java.util.List;
import org.gridloom.platform.privacy.Vault;
import org.gridloom.platform.security.Duty;
import org.gridloom.platform.security.Permission;
import org.gridloom.platform.security.PermissionSet;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;

/** The permissions that this bundle checks. */
@Component
public final class Permissions implements PermissionSet {

    public static final String REVEAL = Vault.REVEAL;
    public static final String REGISTER_READ = "privacy.register.read";
    public static final String CONSENT_EDIT = "privacy.consent.edit";
    public static final String SUBJECT_EXPORT = "privacy.subject.export";
    public static final String SUBJECT_ERASE = "privacy.subject.erase";
    public static final String KEY_MANAGE = "privacy.key.manage";

    @Override
    public Text module() {
        return Text.of("个人信息保护", "Personal data");
    }

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(
                        REGISTER_READ,
                        Text.of("查看个人信息登记、同意与保存期限", "See fields of personal data, consents and what is past its time")),
                new Permission(REVEAL, Text.of("查看完整个人信息(留痕)", "See personal data in clear, which is recorded")),
                new Permission(CONSENT_EDIT, Text.of("登记个人同意与撤回", "Record consents and their withdrawal")),
                new Permission(
                        SUBJECT_EXPORT, Text.of("导出个人全部信息及查阅记录", "Export all that is held on a person and who looked")),
                new Permission(SUBJECT_ERASE, Text.of("删除个人信息", "Erase a person's data")),
                new Permission(KEY_MANAGE, Text.of("管理个人信息密钥", "Manage the keys of personal data"), Duty.SYSTEM));
    }
}
