package com.example.snow.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a district may set, PID {@code com.example.snow}. */
@Component(service = SnowSettings.class, configurationPid = "com.example.snow")
@Designate(ocd = SnowSettings.Config.class)
public final class SnowSettings {

    private volatile Config config;

    /** What can be set. */
    @ObjectClassDefinition(id = "com.example.snow", name = "除雪 / Snow clearing")
    public @interface Config {

        @AttributeDefinition(
                name = "最长工时 / Longest hours",
                description = "一次出动最多多少小时 / Most hours of a call-out",
                min = "1",
                max = "240")
        int longestHours() default 24;

        @AttributeDefinition(
                name = "逾期天数 / Overdue days",
                description = "出动日期过后多少天仍未完成则告警 / Days after its day from which an open call-out is warned of",
                min = "1",
                max = "365")
        int overdueDays() default 3;
    }

    @Activate
    public SnowSettings(Config config) {
        this.config = config;
    }

    @Modified
    void change(Config changed) {
        config = changed;
    }

    int longestHours() {
        return config.longestHours();
    }

    int overdueDays() {
        return config.overdueDays();
    }
}
