package org.gridloom.training.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a district may set, PID {@code org.gridloom.training}. */
@Component(service = TrainingSettings.class, configurationPid = "org.gridloom.training")
@Designate(ocd = TrainingSettings.Config.class)
public final class TrainingSettings {

    private volatile int capacity;

    /** What can be set. */
    @ObjectClassDefinition(id = "org.gridloom.training", name = "培训 / Training")
    public @interface Config {

        @AttributeDefinition(
                name = "名额 / Places",
                description = "新建培训未填名额时的名额,0 为不限 / Places of a new session for which none are given; 0 for no limit",
                min = "0",
                max = "100000")
        int capacity() default 60;
    }

    @Activate
    public TrainingSettings(Config config) {
        change(config);
    }

    @Modified
    void change(Config config) {
        capacity = config.capacity();
    }

    /** Of a session for which none is given; 0 for no limit. */
    public int capacity() {
        return capacity;
    }
}
