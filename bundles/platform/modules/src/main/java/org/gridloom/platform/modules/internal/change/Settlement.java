package org.gridloom.platform.modules.internal.change;

import java.util.Map;
import java.util.Optional;
import org.gridloom.platform.modules.internal.disk.Notes;
import org.gridloom.platform.modules.internal.karaf.Container;
import org.gridloom.platform.modules.internal.plan.Action;
import org.gridloom.platform.persistence.Indispensable;
import org.gridloom.platform.rest.running.StartedModules;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** At the start after one that was killed in the middle of a change: finds out and says which version runs. */
@Component(service = Settlement.class, immediate = true)
public final class Settlement {

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    @Activate
    public Settlement(
            @Reference StartedModules started,
            @Reference Notes notes,
            @Reference Container container,
            @Reference(target = "(osgi.unit.name=platform)") Transactions transactions) {
        notes.change().ifPresent(change -> {
            settle(change, notes, container.installed(change.get("feature")), transactions);
            notes.end();
        });
    }

    private static void settle(
            Map<String, String> change, Notes notes, Optional<String> runs, Transactions transactions) {
        String feature = change.get("feature");
        Action action = Action.valueOf(change.get("action"));
        boolean isDone = Optional.ofNullable(change.get("to")).equals(runs);
        if (isDone && action == Action.UPDATE) {
            notes.previous(feature, change.get("from"));
        } else if (isDone && action != Action.INSTALL) {
            notes.previous(feature, null);
        }
        LOG.warn(
                "The last run ended while it was to {} {}: {} of it runs now",
                action.title().en(),
                feature,
                runs.map(version -> "version " + version).orElse("nothing"));
        Indispensable.run(() -> transactions.run(tx -> tx.audit(AuditEntry.changed(
                "platform.module." + (isDone ? Changes.past(action) : "kept"),
                "module/" + feature,
                null,
                version(Optional.ofNullable(change.get("from"))),
                version(runs),
                null))));
    }

    private static Map<String, String> version(Optional<String> version) {
        return version.map(each -> Map.of("version", each)).orElse(Map.of());
    }
}
