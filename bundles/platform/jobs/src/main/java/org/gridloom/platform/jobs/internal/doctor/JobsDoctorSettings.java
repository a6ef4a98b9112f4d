package org.gridloom.platform.jobs.internal.doctor;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** From where on the doctor finds fault with jobs. */
@ObjectClassDefinition(name = "定时任务检查 / Checks of jobs")
public @interface JobsDoctorSettings {

    /** Name of the configuration. */
    String PID = "org.gridloom.platform.jobs.doctor";

    @AttributeDefinition(name = "任务滞后 / Jobs late by", description = "s", min = "1")
    int lateSeconds() default 300;
}
