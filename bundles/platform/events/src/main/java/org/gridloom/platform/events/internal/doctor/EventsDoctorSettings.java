package org.gridloom.platform.events.internal.doctor;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** From where on the doctor finds fault with audit trail and events. */
@ObjectClassDefinition(name = "审计与事件检查 / Checks of audit trail and events")
public @interface EventsDoctorSettings {

    /** Name of the configuration. */
    String PID = "org.gridloom.platform.events.doctor";

    @AttributeDefinition(name = "封存滞后 / Sealing behind by", description = "s", min = "1")
    int sealSeconds() default 60;

    @AttributeDefinition(name = "投递滞后 / Delivery behind by", description = "s", min = "1")
    int deliverySeconds() default 300;

    @AttributeDefinition(name = "锚定滞后 / Anchors behind by", description = "s", min = "60")
    int anchorSeconds() default 600;

    @AttributeDefinition(name = "校验间隔 / Verified within", description = "d", min = "1")
    int verifiedDays() default 31;
}
