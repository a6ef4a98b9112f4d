package org.gridloom.platform.rest.internal.server;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the REST server. */
@ObjectClassDefinition(id = RestSettings.PID, name = "接口 / REST", description = "请求的大小 / Sizes of requests")
public @interface RestSettings {

    /** Name of the configuration. */
    String PID = "org.gridloom.platform.rest";

    @AttributeDefinition(name = "JSON 正文上限(KB) / Largest JSON body (KB)", min = "64", max = "65536")
    int jsonKb() default 2048;

    @AttributeDefinition(name = "文件上限(KB) / Largest file (KB)", min = "64", max = "2097152")
    int fileKb() default 65536;
}
