package org.gridloom.platform.assembly.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.gridloom.platform.assembly.internal.file.AssemblyFile;
import org.gridloom.platform.files.DataFolder;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.rest.running.RunningModules;
import org.gridloom.platform.rest.running.StartedModules;
import org.gridloom.platform.security.Access;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies the file that lies in a distribution made for one district, at the first start on its database. Later starts
 * leave the district as people have made it; another node's first one only installs what the file names.
 */
@Component(
        property = {HealthCheck.NAME + "=" + FirstStart.NAME, HealthCheck.TAGS + "=ready"},
        immediate = true)
public final class FirstStart implements HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    static final String NAME = "assembly";
    private static final String FILE = "assembly.yaml";
    /** In the data folder of a node that has done its first start. */
    private static final String MARK = "assembled";

    private static final String PROCESS = "assembly";
    private static final long NANOS_A_MILLI = 1_000_000;
    private static final long LOOK_AGAIN_MILLIS = 500;
    /** A module that stays out keeps nothing from being judged. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(10);
    private static final Result DONE = new Result(Result.Status.OK, "the district is assembled / 区级装配已就绪");

    private static final Result FAILED =
            new Result(Result.Status.CRITICAL, "the district could not be assembled, see the log / 区级装配失败,详见日志");

    private final BundleContext context;
    private final DistrictAssembly assembly;
    private final AssemblyFiles files;
    private final Access access;
    private final DataFolder data;
    private final RunningModules running;
    private final Thread thread = new Thread(this::begin, "gridloom-first-start");
    private final Path file;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Result result = DONE;

    @Activate
    public FirstStart(
            BundleContext context,
            @Reference DistrictAssembly assembly,
            @Reference AssemblyFiles files,
            @Reference Access access,
            @Reference DataFolder data,
            @Reference RunningModules running) {
        this.context = context;
        this.assembly = assembly;
        this.files = files;
        this.access = access;
        this.data = data;
        this.running = running;
        file = Path.of(Optional.ofNullable(context.getProperty("karaf.home")).orElse(""), FILE);
        if (Files.isRegularFile(file) && !Files.exists(data.path().resolve(MARK))) {
            result = new Result(Result.Status.TEMPORARILY_UNAVAILABLE, "the district is being assembled / 正在装配本区");
            thread.start();
        }
    }

    /** Never interrupts: that would close the database's file. */
    @Deactivate
    void stop() throws InterruptedException {
        stopped.countDown();
        thread.join(PATIENCE_AT_STOP.toMillis());
    }

    @Override
    public Result execute() {
        return result;
    }

    private void begin() {
        try {
            if (isStarted() && isSettled()) {
                access.asSystem(PROCESS, this::assemble);
                data.write(MARK, new byte[0]);
            }
            result = DONE;
        } catch (RuntimeException e) {
            if (!isStopping()) {
                result = FAILED;
                LOG.error("The district could not be assembled by {}: {}", file, reason(e), e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Void assemble() {
        AssemblyFile wanted = read();
        try {
            if (!isAssembled()) {
                long start = System.nanoTime();
                assembly.apply(wanted, false);
                LOG.info("The district is assembled by {} in {} ms", FILE, (System.nanoTime() - start) / NANOS_A_MILLI);
            }
        } catch (RuntimeException e) {
            if (!isAssembled()) {
                throw e;
            }
            LOG.info("Another node has assembled the district");
        }
        if (!isStopping()) {
            assembly.catchUp(wanted);
        }
        return null;
    }

    /** What runs from the beginning is installed then. */
    private boolean isStarted() throws InterruptedException {
        ServiceTracker<StartedModules, StartedModules> tracker =
                new ServiceTracker<>(context, StartedModules.class, null);
        tracker.open();
        try {
            while (!isStopping() && tracker.waitForService(LOOK_AGAIN_MILLIS) == null) {
                LOG.debug("Waiting for modules to be brought");
            }
        } finally {
            tracker.close();
        }
        return !isStopping();
    }

    /** Modules are brought before they have their tables; what a file names is judged by what they bring. */
    private boolean isSettled() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (running.missing().stream().anyMatch(missing -> !missing.name().equals(NAME))
                && System.nanoTime() < end
                && !stopped.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
            LOG.debug("Waiting for modules that the node starts with");
        }
        return !isStopping();
    }

    private boolean isStopping() {
        return stopped.getCount() == 0;
    }

    /** Once the section that tells it is there. */
    private boolean isAssembled() {
        return assembly.isAssembled(this::isStopping).orElse(true);
    }

    private AssemblyFile read() {
        try {
            return files.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String reason(RuntimeException e) {
        StringBuilder text = new StringBuilder(String.valueOf(e.getMessage()));
        if (e instanceof Problem problem) {
            for (Violation fault : problem.violations()) {
                text.append("; line ")
                        .append(fault.row())
                        .append(' ')
                        .append(fault.field())
                        .append(": ")
                        .append(fault.message().en());
            }
        }
        return text.toString();
    }
}
