package org.gridloom.organization.internal;

import java.util.ArrayList;
import java.util.List;
import org.gridloom.platform.unit.Consequence;
import org.gridloom.platform.unit.PlannedRestructuring;
import org.gridloom.platform.unit.RestructuringConsequences;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers from all bundles what a change of structure means for their records. */
@Component(service = Consequences.class)
public final class Consequences {

    private static final Logger LOG = LoggerFactory.getLogger(Consequences.class);

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    volatile List<RestructuringConsequences> sources = List.of();

    List<Consequence> of(PlannedRestructuring planned) {
        List<Consequence> found = new ArrayList<>();
        for (RestructuringConsequences source : sources) {
            try {
                source.of(planned).stream()
                        .filter(consequence -> consequence.count() > 0)
                        .forEach(found::add);
            } catch (RuntimeException | LinkageError e) {
                LOG.error(
                        "Consequences cannot be told by {}: {}",
                        source.getClass().getName(),
                        e.getClass().getName());
            }
        }
        return found;
    }
}
