package org.gridloom.platform.settings.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.gridloom.platform.files.DataFolder;
import org.gridloom.platform.module.ModuleProblems;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.settings.internal.domain.SettingsModule;
import org.gridloom.platform.settings.internal.store.DistrictValues;
import org.gridloom.platform.settings.internal.store.SettingsStore;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.cm.ConfigurationPlugin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps this node's settings in step: once a second it asks the database for other revisions, and looks at the files.
 * Never interrupted: an interrupt amid a write would close H2's file.
 */
@Component(
        service = {NodeSettings.class, ModuleProblems.class},
        immediate = true)
public final class NodeSettings implements ModuleProblems {

    private static final Logger LOG = LoggerFactory.getLogger(NodeSettings.class);
    private static final String OWN_BUNDLE = "org.gridloom.platform.settings";
    private static final String PROCESS = "settings-file";
    private static final long STOP_SECONDS = 15;

    private final Transactions transactions;
    private final Access access;
    private final Modules modules;
    private final InForce inForce;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "gridloom-settings"));
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private final Consumer<SettingsModule> arrival;
    private boolean well = true;

    @Activate
    public NodeSettings(
            BundleContext context,
            @Reference ConfigurationAdmin admin,
            @Reference(target = "(osgi.unit.name=org.gridloom.platform.settings)") Transactions transactions,
            @Reference Access access,
            @Reference Modules modules,
            @Reference DataFolder data) {
        this(transactions, access, modules, new InForce(modules, data, new Configurations(admin)));
        registrations.add(
                context.registerService(ConfigurationPlugin.class, new ConfigurationGuard(inForce::typed), null));
        registrations.add(context.registerService(ConfigurationListener.class, this::written, null));
        begin();
        timer.scheduleWithFixedDelay(this::keepInStep, 1, 1, TimeUnit.SECONDS);
    }

    NodeSettings(Transactions transactions, Access access, Modules modules, InForce inForce) {
        this.transactions = transactions;
        this.access = access;
        this.modules = modules;
        this.inForce = inForce;
        arrival = inForce::restart;
    }

    void begin() {
        modules.listen(arrival);
        readDatabase();
        modules.all().forEach(inForce::restart);
    }

    @Deactivate
    void close() throws InterruptedException {
        modules.forget(arrival);
        registrations.forEach(ServiceRegistration::unregister);
        timer.shutdown();
        if (!timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("Settings were still being read");
        }
    }

    InForce inForce() {
        return inForce;
    }

    private void keepInStep() {
        try {
            step();
            well = true;
        } catch (RuntimeException e) {
            if (well) {
                LOG.warn("Settings are read later: {}", e.getMessage());
            }
            well = false;
        }
    }

    /** What is done once a second. */
    void step() {
        readDatabase();
        inForce.readFiles();
        inForce.unrecorded().forEach(this::record);
    }

    private void readDatabase() {
        inForce.districtHas(transactions.read(tx -> {
            SettingsStore store = new SettingsStore(tx.em());
            Map<String, DistrictValues> changed = new HashMap<>();
            inForce.outdated(store.revisions()).forEach(name -> changed.put(name, store.read(name)));
            return changed;
        }));
    }

    /** This node changed something: it holds when this returns. */
    void changed(String module) {
        inForce.districtHas(Map.of(module, transactions.read(tx -> new SettingsStore(tx.em()).read(module))));
    }

    private void record(InForce.FileChange change) {
        if (!Records.differing(change.before(), change.standing().file()).isEmpty()) {
            access.asSystem(PROCESS, () -> {
                transactions.run(tx -> Records.fileAccepted(
                        tx, change.module(), change.before(), change.standing().file()));
                return null;
            });
        }
        inForce.recorded(change);
    }

    /** Somebody may have written past this bundle; components do not see it, but it must not stay there. */
    private void written(ConfigurationEvent event) {
        if (inForce.standing(event.getPid()).isPresent() && !timer.isShutdown()) {
            timer.execute(() -> restore(event.getPid()));
        }
    }

    private void restore(String pid) {
        try {
            if (inForce.restore(pid)) {
                LOG.warn(
                        "Settings of {} were written past Gridloom and are put back: use settings:set or the file {}",
                        pid,
                        FolderFiles.path(pid));
            }
        } catch (RuntimeException e) {
            LOG.warn("Settings of {} could not be put back: {}", pid, e.getMessage());
        }
    }

    @Override
    public List<Text> problems(String bundle) {
        List<Text> problems = new ArrayList<>(modules.problems(bundle));
        inForce.standings().stream()
                .filter(standing -> standing.module().bundle().equals(bundle))
                .forEach(standing -> problems.addAll(standing.problems()));
        if (bundle.equals(OWN_BUNDLE)) {
            inForce.strayFiles()
                    .forEach(
                            file -> problems.add(Text.of("%s 不属于任何在运行的模块", "%s belongs to no module that runs", file)));
        }
        return problems;
    }

    /** How a module stands; judged anew where it came just now. */
    Standing standing(SettingsModule module) {
        Optional<Standing> standing = inForce.standing(module.name());
        if (standing.isEmpty()) {
            inForce.restart(module);
        }
        return inForce.standing(module.name()).orElseThrow();
    }
}
