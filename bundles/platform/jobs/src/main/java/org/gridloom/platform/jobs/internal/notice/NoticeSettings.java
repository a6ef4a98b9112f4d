package org.gridloom.platform.jobs.internal.notice;

import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long notices are kept. */
@Component(service = NoticeSettings.class, configurationPid = "org.gridloom.platform.notices")
@Designate(ocd = NoticeSettings.Config.class)
public final class NoticeSettings {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeSettings.class);
    private static final int USUAL = 90;
    private static final int LONGEST = 3660;

    /** What can be set. */
    @ObjectClassDefinition(id = "org.gridloom.platform.notices", name = "提醒 / Notices")
    public @interface Config {

        @AttributeDefinition(name = "保留天数 / Days that a notice is kept", min = "1", max = "3660")
        int keepDays() default USUAL;
    }

    private volatile Duration kept = Duration.ofDays(USUAL);

    @Activate
    @Modified
    void change(Config config) {
        if (config.keepDays() < 1 || config.keepDays() > LONGEST) {
            LOG.error(
                    "Setting keepDays of org.gridloom.platform.notices refused, the former stays in force:"
                            + " must be 1 to {}",
                    LONGEST);
        } else {
            kept = Duration.ofDays(config.keepDays());
        }
    }

    Duration kept() {
        return kept;
    }
}
