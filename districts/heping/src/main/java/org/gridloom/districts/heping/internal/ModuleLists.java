package org.gridloom.districts.heping.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.Sheets;
import org.gridloom.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings in the lists of capabilities that the district may run or not, through the imports that they offer: once all lists
 * of one are offered and the district itself is loaded, in one transaction, unless there are records already.
 */
@Component(service = {})
public final class ModuleLists {

    /** Lists in their order, by module. */
    static final Map<String, List<String>> MODULES = Map.of(
            "training",
            List.of(
                    "training.programmes",
                    "training.studios",
                    "training.trainers",
                    "training.sessions",
                    "training.attendances",
                    "training.certificates"));

    private static final Logger LOG = LoggerFactory.getLogger(ModuleLists.class);
    private static final int PATIENCE_AT_STOP = 10;

    private final PackState state;
    private final Sheets sheets;
    private final Access access;
    private final Transactions transactions;
    private final Map<String, Sheet> offered = new ConcurrentHashMap<>();
    private final Map<String, AtomicBoolean> begun = new ConcurrentHashMap<>();
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "heping-modules"));
    private volatile boolean stopping;

    @Activate
    public ModuleLists(
            @Reference PackState state,
            @Reference Sheets sheets,
            @Reference Access access,
            @Reference(target = "(osgi.unit.name=platform)") Transactions transactions) {
        this.state = state;
        this.sheets = sheets;
        this.access = access;
        this.transactions = transactions;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void offer(Sheet sheet) {
        String name = sheet.definition().name();
        if (MODULES.values().stream().anyMatch(lists -> lists.contains(name))) {
            offered.put(name, sheet);
            state.whenLoaded(() -> worker.execute(this::look));
        }
    }

    void unoffer(Sheet sheet) {
        offered.values().remove(sheet);
    }

    /** Never interrupts: that would close the database's file. */
    @Deactivate
    void stop() throws InterruptedException {
        stopping = true;
        awaitEnd();
    }

    void awaitEnd() throws InterruptedException {
        worker.shutdown();
        worker.awaitTermination(PATIENCE_AT_STOP, TimeUnit.SECONDS);
    }

    private void look() {
        MODULES.forEach((module, lists) -> {
            if (offered.keySet().containsAll(lists)
                    && begun.computeIfAbsent(module, name -> new AtomicBoolean())
                            .compareAndSet(false, true)) {
                load(module, lists);
            }
        });
        state.complete();
    }

    private void load(String module, List<String> lists) {
        long start = System.nanoTime();
        try {
            boolean loaded = access.asSystem("heping-pack", () -> loaded(lists));
            LOG.info(
                    loaded
                            ? "Heping demo pack: {} loaded in {} ms"
                            : "Heping demo pack: {} has records already ({} ms)",
                    module,
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        } catch (RuntimeException e) {
            if (stopping) {
                LOG.info("Heping demo pack: stopped while loading {}, nothing is written", module);
                return;
            }
            state.failed();
            LOG.error("Heping demo pack: {} could not be loaded, nothing is written", module, e);
        }
    }

    private boolean loaded(List<String> lists) {
        if (lists.stream().map(offered::get).anyMatch(Sheet::hasRecords)) {
            return false;
        }
        transactions.run(tx -> lists.forEach(this::bringIn));
        return true;
    }

    private void bringIn(String name) {
        try (InputStream list = ModuleLists.class.getResourceAsStream("/lists/" + name + ".csv")) {
            Progress watched = (done, total) -> {
                state.under(name, done, total);
                return !stopping;
            };
            ImportReport report = sheets.load(offered.get(name), list, false, watched);
            Pack.requireAccepted(name, report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
