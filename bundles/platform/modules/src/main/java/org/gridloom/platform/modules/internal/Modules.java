package org.gridloom.platform.modules.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridloom.platform.modules.internal.ModuleOverview.FailedModule;
import org.gridloom.platform.modules.internal.ModuleOverview.ModuleItem;
import org.gridloom.platform.modules.internal.ModuleOverview.RefusedFile;
import org.gridloom.platform.modules.internal.change.Catalogue;
import org.gridloom.platform.modules.internal.change.Catalogue.Offer;
import org.gridloom.platform.modules.internal.change.Changes;
import org.gridloom.platform.modules.internal.change.Outcome;
import org.gridloom.platform.modules.internal.change.Start;
import org.gridloom.platform.modules.internal.deploy.DeployFolder;
import org.gridloom.platform.modules.internal.disk.StoredModule;
import org.gridloom.platform.modules.internal.kar.Signers;
import org.gridloom.platform.modules.internal.plan.Action;
import org.gridloom.platform.modules.internal.plan.Plan;
import org.gridloom.platform.rest.running.ModuleList;
import org.gridloom.platform.rest.running.RunningModules;
import org.gridloom.platform.security.Access;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Modules as operators see and change them, at the console and on the web. */
@Component(service = Modules.class)
public final class Modules {

    private final Access access;
    private final RunningModules running;
    private final Catalogue catalogue;
    private final Changes changes;
    private final Signers signers;
    private final Start start;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile DeployFolder deploy;

    @Activate
    public Modules(
            @Reference Access access,
            @Reference RunningModules running,
            @Reference Catalogue catalogue,
            @Reference Changes changes,
            @Reference Signers signers,
            @Reference Start start) {
        this.access = access;
        this.running = running;
        this.catalogue = catalogue;
        this.changes = changes;
        this.signers = signers;
        this.start = start;
    }

    public ModuleOverview overview() {
        access.requireEverywhere(Permissions.VIEW);
        ModuleList list = running.list();
        return new ModuleOverview(
                catalogue.all().entrySet().stream()
                        .map(module -> item(module.getKey(), module.getValue()))
                        .toList(),
                list.features(),
                list.bundles(),
                refused(),
                start.failed().entrySet().stream()
                        .map(module -> new FailedModule(module.getKey(), module.getValue()))
                        .toList(),
                changes.isUnderWay());
    }

    /** What a change of a known module would do. */
    public Plan plan(Action action, String feature, String version) throws IOException {
        access.requireEverywhere(Permissions.VIEW);
        return changes.plan(action, feature, version);
    }

    /** What a file on the server would do. */
    public Plan plan(Path file) throws IOException {
        access.requireEverywhere(Permissions.MANAGE);
        return changes.plan(file);
    }

    public Outcome change(Action action, String feature, String version, boolean force) throws IOException {
        access.requireEverywhere(Permissions.MANAGE);
        return changes.change(action, feature, version, force);
    }

    /** Installs or updates what a file on the server holds. Whoever can name it there may install it. */
    public Outcome change(Path file, boolean force) throws IOException {
        access.requireEverywhere(Permissions.MANAGE);
        return changes.change(file, force);
    }

    /** Takes a file from the web into the store, if someone whom the operator trusts signed it. */
    public Offered offer(Path file) throws IOException {
        access.requireEverywhere(Permissions.MANAGE);
        String signer = signers.require(file);
        StoredModule stored = changes.offer(file);
        return new Offered(stored.feature(), stored.version(), signer);
    }

    /**
     * A file that can be installed now.
     *
     * @param signer who signed it, as in the certificate
     */
    public record Offered(String feature, String version, String signer) {}

    private ModuleItem item(String feature, List<Offer> offers) {
        Optional<String> installed = catalogue.installed(feature);
        Optional<String> previous = catalogue.previous(feature);
        List<String> actions = new ArrayList<>();
        if (installed.isEmpty()) {
            actions.add("install");
        } else {
            if (!offers.get(0).version().equals(installed.get())) {
                actions.add("update");
            }
            if (previous.isPresent()) {
                actions.add("rollback");
            }
            actions.add("uninstall");
        }
        return new ModuleItem(
                feature,
                catalogue.title(feature, offers.get(0)),
                installed.orElse(null),
                offers.stream().map(Offer::version).toList(),
                previous.orElse(null),
                offers.stream().anyMatch(offer -> offer.stored().isPresent()),
                actions);
    }

    private List<RefusedFile> refused() {
        DeployFolder folder = deploy;
        return folder == null
                ? List.of()
                : folder.refused().entrySet().stream()
                        .map(file -> new RefusedFile(file.getKey(), file.getValue()))
                        .toList();
    }
}
