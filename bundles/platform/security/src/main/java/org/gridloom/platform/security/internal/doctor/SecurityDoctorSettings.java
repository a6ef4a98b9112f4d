package org.gridloom.platform.security.internal.doctor;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** From where on the doctor finds fault with accounts. */
@ObjectClassDefinition(name = "账号检查 / Checks of accounts")
public @interface SecurityDoctorSettings {

    /** Name of the configuration. */
    String PID = "org.gridloom.platform.security.doctor";

    @AttributeDefinition(name = "初始登录文件可留 / First login may lie about for", description = "d", min = "0")
    int loginDays() default 7;

    @AttributeDefinition(name = "H2 适用账号数 / Accounts that a file database is good for", min = "1")
    int fileDatabaseAccounts() default 50;
}
