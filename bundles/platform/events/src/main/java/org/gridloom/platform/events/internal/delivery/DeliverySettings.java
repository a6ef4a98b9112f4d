package org.gridloom.platform.events.internal.delivery;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How events are delivered. */
@ObjectClassDefinition(id = DeliverySettings.PID, name = "事件投递 / Delivery of events")
public @interface DeliverySettings {

    /** Name of the configuration. */
    String PID = "org.gridloom.platform.events";

    @AttributeDefinition(
            name = "失败后重试的间隔(秒) / Waits before an event that failed is tried again (seconds)",
            description = "每次重试一项,用完后挂起 / One for each further try; after the last one it is parked",
            min = "1",
            max = "86400",
            cardinality = 20)
    int[] retrySeconds() default {1, 5, 30, 120, 600};
}
