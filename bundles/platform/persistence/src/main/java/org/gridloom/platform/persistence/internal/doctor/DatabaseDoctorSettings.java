package org.gridloom.platform.persistence.internal.doctor;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** From where on the doctor finds fault with the database. */
@ObjectClassDefinition(name = "数据库检查 / Database checks")
public @interface DatabaseDoctorSettings {

    /** Name of the configuration. */
    String PID = "org.gridloom.platform.persistence.doctor";

    @AttributeDefinition(name = "长事务 / Long transaction", description = "s", min = "1")
    int longSeconds() default 300;

    @AttributeDefinition(name = "时钟偏差 / Clock skew", description = "s", min = "1")
    int skewSeconds() default 5;

    @AttributeDefinition(name = "最低 PostgreSQL 主版本 / Oldest PostgreSQL", min = "1")
    int oldestPostgres() default 14;

    @AttributeDefinition(name = "连接占用 / Connections in use", description = "%", min = "1", max = "100")
    int connectionsPercent() default 90;

    @AttributeDefinition(name = "数据库磁盘余量 / Space left for the database", description = "MB", min = "1")
    int diskMb() default 2048;
}
