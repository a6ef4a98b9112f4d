package org.gridloom.districts.heping.internal;

import java.time.Duration;
import org.gridloom.platform.security.Access;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the pack on a thread of its own as soon as all it needs is there. */
@Component(service = {})
public final class PackLoader {

    private static final Logger LOG = LoggerFactory.getLogger(PackLoader.class);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(10);

    private final Pack pack;
    private final PackState state;
    private final Access access;
    private final Thread thread = new Thread(this::load, "heping-pack");
    private volatile boolean stopping;
    private String step = "";

    @Activate
    public PackLoader(@Reference Pack pack, @Reference PackState state, @Reference Access access) {
        this.pack = pack;
        this.state = state;
        this.access = access;
        thread.start();
    }

    /** Never interrupts: that would close the database's file. */
    @Deactivate
    void stop() throws InterruptedException {
        stopping = true;
        awaitEnd();
    }

    void awaitEnd() throws InterruptedException {
        thread.join(PATIENCE_AT_STOP.toMillis());
    }

    private void load() {
        long start = System.nanoTime();
        try {
            boolean loaded = access.asSystem("heping-pack", () -> pack.load(this::at));
            state.loaded();
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            LOG.info(
                    loaded
                            ? "Heping demo pack loaded in {} ms"
                            : "Heping demo pack: the district has units already ({} ms)",
                    taken.toMillis());
        } catch (RuntimeException e) {
            if (stopping) {
                LOG.info("Heping demo pack: stopped while loading, nothing is written");
                return;
            }
            state.failed();
            LOG.error("Heping demo pack could not be loaded, nothing is written", e);
        }
    }

    private boolean at(String name, int done, int total) {
        if (!name.equals(step)) {
            step = name;
            LOG.info("Heping demo pack: {}", name);
        }
        state.under(name, done, total);
        return !stopping;
    }
}
