package org.gridloom.platform.persistence.internal.osgi;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** When a disk counts as nearly full: less is free than the percentage and than the amount. */
@ObjectClassDefinition(name = "存储空间 / Storage")
public @interface StorageSettings {

    /** Name of the configuration. */
    String PID = "org.gridloom.platform.storage";

    @AttributeDefinition(name = "预警百分比 / Warn below", description = "%", min = "0", max = "100")
    int lowPercent() default 10;

    @AttributeDefinition(name = "预警容量 / Warn below", description = "MB", min = "0")
    int lowMb() default 10_240;

    @AttributeDefinition(name = "保留百分比 / Reserve", description = "%", min = "0", max = "100")
    int fullPercent() default 3;

    @AttributeDefinition(name = "保留容量 / Reserve", description = "MB", min = "0")
    int fullMb() default 1024;
}
