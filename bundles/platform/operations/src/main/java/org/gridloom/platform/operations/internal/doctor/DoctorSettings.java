package org.gridloom.platform.operations.internal.doctor;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How often the doctor looks, and from where on it finds fault with the node. */
@ObjectClassDefinition(name = "系统检查 / Doctor")
public @interface DoctorSettings {

    /** Name of the configuration. */
    String PID = "org.gridloom.platform.doctor";

    @AttributeDefinition(name = "自动检查间隔 / Looks by itself every", description = "min", min = "1")
    int minutes() default 15;

    @AttributeDefinition(name = "单项检查时限 / Patience with one check", description = "s", min = "1")
    int patienceSeconds() default 15;

    @AttributeDefinition(name = "证书到期前预警 / Warn before a certificate ends", description = "d", min = "1")
    int certificateDays() default 30;

    @AttributeDefinition(name = "备份间隔 / A backup within", description = "d", min = "1")
    int backupDays() default 7;

    @AttributeDefinition(name = "堆内存预警 / Warn when the heap is full to", description = "%", min = "1", max = "100")
    int heapPercent() default 90;

    @AttributeDefinition(name = "文件索引预警 / Warn when inodes are used to", description = "%", min = "1", max = "100")
    int inodePercent() default 90;

    @AttributeDefinition(name = "打开文件预警 / Warn when open files are used to", description = "%", min = "1", max = "100")
    int filesPercent() default 80;

    @AttributeDefinition(name = "Java 更新期限 / A Java at most this old", description = "d", min = "1")
    int javaDays() default 400;

    @AttributeDefinition(name = "时区数据期限 / Time zone data at most this old", description = "a", min = "1")
    int zoneYears() default 3;
}
