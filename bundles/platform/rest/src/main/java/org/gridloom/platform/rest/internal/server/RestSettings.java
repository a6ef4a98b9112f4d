package org.gridloom.platform.rest.internal.server;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the REST server. */
@ObjectClassDefinition(name = "REST")
public @interface RestSettings {

    /** Name of the configuration. */
    String PID = "org.gridloom.platform.rest";

    @AttributeDefinition(name = "JSON 正文上限 / Largest JSON body", description = "KB", min = "1")
    int jsonKb() default 2048;

    @AttributeDefinition(name = "文件上限 / Largest file", description = "KB", min = "1")
    int fileKb() default 65536;
}
