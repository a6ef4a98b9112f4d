package org.gridloom.platform.persistence.internal.osgi;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The district's clock. */
@Component(service = Clock.class, configurationPid = "org.gridloom.platform.clock")
@Designate(ocd = DistrictClock.Settings.class)
public final class DistrictClock extends Clock {

    /** Settings of the clock. */
    @ObjectClassDefinition(name = "时钟 / Clock")
    public @interface Settings {
        @AttributeDefinition(name = "时区 / Time zone", description = "IANA name, as in Asia/Shanghai")
        String zone() default "Asia/Shanghai";
    }

    private final Clock clock;

    @Activate
    public DistrictClock(Settings settings) {
        this(Clock.system(ZoneId.of(settings.zone())));
    }

    private DistrictClock(Clock clock) {
        this.clock = clock;
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new DistrictClock(clock.withZone(zone));
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }
}
