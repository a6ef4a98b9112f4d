package org.gridloom.platform.rules.internal;

import java.util.List;
import org.gridloom.platform.rules.internal.domain.WorkHours;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work hours, PID {@code org.gridloom.platform.calendar}; a bad value is refused and the former kept. The defaults are
 * invented.
 */
@Component(service = CalendarSettings.class, configurationPid = "org.gridloom.platform.calendar")
@Designate(ocd = CalendarSettings.Config.class)
public final class CalendarSettings {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarSettings.class);
    static final String USUAL = "08:30-11:30,13:00-17:00";

    /** What can be set. */
    @ObjectClassDefinition(id = "org.gridloom.platform.calendar", name = "工作时间 / Work hours")
    public @interface Config {

        @AttributeDefinition(name = "星期一 / Monday", description = "08:30-11:30,13:00-17:00")
        String monday() default USUAL;

        @AttributeDefinition(name = "星期二 / Tuesday")
        String tuesday() default USUAL;

        @AttributeDefinition(name = "星期三 / Wednesday")
        String wednesday() default USUAL;

        @AttributeDefinition(name = "星期四 / Thursday")
        String thursday() default USUAL;

        @AttributeDefinition(name = "星期五 / Friday")
        String friday() default USUAL;

        @AttributeDefinition(name = "周末调休上班 / Work days that make up, at a weekend")
        String makeUp() default USUAL;
    }

    private volatile WorkHours hours = WorkHours.parse(List.of(USUAL, USUAL, USUAL, USUAL, USUAL, USUAL, USUAL));

    @Activate
    @Modified
    void change(Config config) {
        try {
            hours = WorkHours.parse(List.of(
                    config.monday(),
                    config.tuesday(),
                    config.wednesday(),
                    config.thursday(),
                    config.friday(),
                    config.makeUp(),
                    config.makeUp()));
        } catch (IllegalArgumentException e) {
            LOG.error(
                    "Settings of org.gridloom.platform.calendar refused, the former stay in force: {}", e.getMessage());
        }
    }

    WorkHours hours() {
        return hours;
    }
}
