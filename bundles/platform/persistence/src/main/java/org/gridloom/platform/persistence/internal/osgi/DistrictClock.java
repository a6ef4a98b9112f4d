package org.gridloom.platform.persistence.internal.osgi;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.settings.SettingValues;
import org.gridloom.platform.settings.SettingsCheck;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The district's clock, PID {@code org.gridloom.platform.clock}. */
@Component(
        service = {Clock.class, SettingsCheck.class},
        configurationPid = DistrictClock.PID)
@Designate(ocd = DistrictClock.Settings.class)
public final class DistrictClock extends Clock implements SettingsCheck {

    static final String PID = "org.gridloom.platform.clock";

    /** Settings of the clock. */
    @ObjectClassDefinition(id = DistrictClock.PID, name = "时钟 / Clock")
    public @interface Settings {
        @AttributeDefinition(
                name = "时区 / Time zone",
                description = "IANA 名称,如 Asia/Shanghai / IANA name, as in Asia/Shanghai")
        String zone() default "Asia/Shanghai";
    }

    private volatile Clock clock;

    @Activate
    public DistrictClock(Settings settings) {
        change(settings);
    }

    /** Everything stands on the clock, so it must not come anew when its zone changes. */
    @Modified
    void change(Settings settings) {
        clock = Clock.system(ZoneId.of(settings.zone()));
    }

    @Override
    public String module() {
        return PID;
    }

    @Override
    public List<Violation> check(SettingValues values) {
        try {
            ZoneId.of(values.text("zone"));
            return List.of();
        } catch (DateTimeException e) {
            return List.of(Violation.of(
                    "zone", Text.of("没有这个时区,应如 Asia/Shanghai", "There is no such zone; must be as in Asia/Shanghai")));
        }
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return clock.withZone(zone);
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }
}
