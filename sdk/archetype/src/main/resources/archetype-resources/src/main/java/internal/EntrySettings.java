package ${package}.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a district may set, PID {@code ${artifactId}}. */
@Component(service = EntrySettings.class, configurationPid = "${artifactId}")
@Designate(ocd = EntrySettings.Config.class)
public final class EntrySettings {

    private volatile int daysAhead;

    /** What can be set. */
    @ObjectClassDefinition(id = "${artifactId}", name = "${titleZh} / ${titleEn}")
    public @interface Config {

        @AttributeDefinition(
                name = "可提前天数 / Days ahead",
                description = "日期最多晚于今天多少天 / How many days after today an entry may be dated",
                min = "0",
                max = "365")
        int daysAhead() default 0;
    }

    @Activate
    public EntrySettings(Config config) {
        change(config);
    }

    @Modified
    void change(Config config) {
        daysAhead = config.daysAhead();
    }

    int daysAhead() {
        return daysAhead;
    }
}
