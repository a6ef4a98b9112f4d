package org.gridloom.platform.assembly.internal.packs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.felix.hc.api.HealthCheck;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.Sheets;
import org.gridloom.platform.tx.Transactions;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings in what bundles with the header {@code Gridloom-Pack} carry, by the imports that capabilities offer: once all its
 * lists are offered, in one transaction, unless any of them has records already.
 */
@Component(service = {})
public final class Packs implements BundleTrackerCustomizer<ServiceRegistration<HealthCheck>> {

    private static final Logger LOG = LoggerFactory.getLogger(Packs.class);
    private static final String PROCESS = "pack";
    private static final int PATIENCE_AT_STOP = 10;

    private final BundleContext context;
    private final Sheets sheets;
    private final Access access;
    private final Transactions transactions;
    private final Map<String, Sheet> offered = new ConcurrentHashMap<>();
    private final List<Pack> packs = new CopyOnWriteArrayList<>();
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "gridloom-packs"));
    private final BundleTracker<ServiceRegistration<HealthCheck>> tracker;
    private volatile boolean stopping;

    @Activate
    public Packs(
            BundleContext context,
            @Reference Sheets sheets,
            @Reference Access access,
            @Reference(target = "(osgi.unit.name=platform)") Transactions transactions) {
        this.context = context;
        this.sheets = sheets;
        this.access = access;
        this.transactions = transactions;
        tracker = new BundleTracker<>(context, Bundle.ACTIVE, this);
        tracker.open();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void offer(Sheet sheet) {
        offered.put(sheet.definition().name(), sheet);
        look();
    }

    void unoffer(Sheet sheet) {
        offered.values().remove(sheet);
    }

    /** Never interrupts: that would close the database's file. */
    @Deactivate
    void stop() throws InterruptedException {
        stopping = true;
        tracker.close();
        worker.shutdown();
        worker.awaitTermination(PATIENCE_AT_STOP, TimeUnit.SECONDS);
    }

    @Override
    public ServiceRegistration<HealthCheck> addingBundle(Bundle bundle, BundleEvent event) {
        if (bundle.getHeaders("").get(Pack.HEADER) == null) {
            return null;
        }
        Pack pack = new Pack(bundle);
        packs.add(pack);
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(HealthCheck.NAME, pack.name());
        properties.put(HealthCheck.TAGS, "ready");
        ServiceRegistration<HealthCheck> check = context.registerService(HealthCheck.class, pack, properties);
        look();
        return check;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, ServiceRegistration<HealthCheck> check) {}

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, ServiceRegistration<HealthCheck> check) {
        packs.removeIf(pack -> pack.name().equals(bundle.getSymbolicName()));
        if (!stopping) {
            check.unregister();
        }
    }

    private void look() {
        packs.stream()
                .filter(pack -> offered.keySet().containsAll(pack.lists()))
                .filter(Pack::begin)
                .forEach(pack -> worker.execute(() -> load(pack)));
    }

    private void load(Pack pack) {
        long start = System.nanoTime();
        try {
            boolean loaded = access.asSystem(PROCESS, () -> isLoaded(pack));
            LOG.info(
                    loaded ? "{} loaded in {} ms" : "{}: the district has such records already ({} ms)",
                    pack.name(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            pack.loaded();
        } catch (RuntimeException e) {
            if (stopping) {
                LOG.info("{}: stopped while it was loaded, nothing is written", pack.name());
                return;
            }
            pack.failed();
            LOG.error("{} could not be loaded, nothing is written", pack.name(), e);
        }
    }

    private boolean isLoaded(Pack pack) {
        if (pack.lists().stream().map(offered::get).anyMatch(Sheet::hasRecords)) {
            return false;
        }
        transactions.run(tx -> pack.lists().forEach(list -> bringIn(pack, list)));
        return true;
    }

    private void bringIn(Pack pack, String list) {
        try (InputStream csv = pack.open(list)) {
            Progress watched = (done, total) -> {
                pack.under(list, done);
                return !stopping;
            };
            ImportReport report = sheets.load(offered.get(list), csv, false, watched);
            if (!report.accepted()) {
                throw Problem.invalid(report.violations());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
