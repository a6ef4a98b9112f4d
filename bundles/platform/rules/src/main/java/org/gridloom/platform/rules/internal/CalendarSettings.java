package org.gridloom.platform.rules.internal;

import java.util.ArrayList;
import java.util.List;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.rules.internal.domain.WorkHours;
import org.gridloom.platform.settings.SettingValues;
import org.gridloom.platform.settings.SettingsCheck;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Work hours, PID {@code org.gridloom.platform.calendar}. The defaults are invented. */
@Component(
        service = {CalendarSettings.class, SettingsCheck.class},
        configurationPid = CalendarSettings.PID)
@Designate(ocd = CalendarSettings.Config.class)
public final class CalendarSettings implements SettingsCheck {

    static final String PID = "org.gridloom.platform.calendar";
    private static final List<String> KEYS = List.of("monday", "tuesday", "wednesday", "thursday", "friday", "makeUp");
    static final String USUAL = "08:30-11:30,13:00-17:00";

    /** What can be set. */
    @ObjectClassDefinition(id = CalendarSettings.PID, name = "工作时间 / Work hours")
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
        hours = WorkHours.parse(List.of(
                config.monday(),
                config.tuesday(),
                config.wednesday(),
                config.thursday(),
                config.friday(),
                config.makeUp(),
                config.makeUp()));
    }

    @Override
    public String module() {
        return PID;
    }

    @Override
    public List<Violation> check(SettingValues values) {
        List<Violation> faults = new ArrayList<>();
        for (String key : KEYS) {
            try {
                WorkHours.parse(List.of(values.text(key)));
            } catch (IllegalArgumentException e) {
                faults.add(Violation.of(key, Text.of("应写作 %1$s,先后有序", "Must be as in %1$s, in order", USUAL)));
            }
        }
        return faults;
    }

    WorkHours hours() {
        return hours;
    }
}
