package org.gridloom.platform.events.internal.delivery;

import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** When an event that failed is tried again. */
@Component(service = BackOff.class, configurationPid = DeliverySettings.PID)
@Designate(ocd = DeliverySettings.class)
public final class BackOff {

    private volatile int[] waits;

    @Activate
    public BackOff(DeliverySettings settings) {
        change(settings);
    }

    BackOff(int... waits) {
        this.waits = waits;
    }

    /** Nobody who delivers comes anew for it. */
    @Modified
    void change(DeliverySettings settings) {
        waits = settings.retrySeconds();
    }

    /**
     * Null where it is parked.
     *
     * @param attempts how often it failed, from 1
     */
    Instant next(int attempts, Instant now) {
        int[] current = waits;
        return attempts > current.length ? null : now.plusSeconds(current[attempts - 1]);
    }
}
