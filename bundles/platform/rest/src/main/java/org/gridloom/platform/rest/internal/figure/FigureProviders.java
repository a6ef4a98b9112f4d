package org.gridloom.platform.rest.internal.figure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.gridloom.platform.figure.FigureDefinition;
import org.gridloom.platform.figure.FigureProvider;
import org.gridloom.platform.figure.FigureQuery;
import org.gridloom.platform.tx.Transactions;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who computes figures. Each is asked once before its figures are offered: whoever asks for figures is not to wait until
 * a module that has just come has loaded what it counts with. Until then the node is not ready.
 */
@Component(service = FigureProviders.class)
public final class FigureProviders {

    private static final Logger LOG = LoggerFactory.getLogger(FigureProviders.class);

    /** Starting, too: a bundle may be so until one of its classes is asked for. */
    private static final int RUNNING = Bundle.STARTING | Bundle.ACTIVE;

    private final BundleContext context;
    private final Units units;
    private final Transactions transactions;
    private final Clock clock;
    private final Set<ServiceReference<FigureProvider>> coming = ConcurrentHashMap.newKeySet();

    private volatile Offered offered = new Offered(Map.of());

    /** As it is at one moment. */
    private record Offered(
            Map<ServiceReference<FigureProvider>, FigureProvider> byReference, List<FigureProvider> all) {

        Offered(Map<ServiceReference<FigureProvider>, FigureProvider> byReference) {
            this(byReference, List.copyOf(byReference.values()));
        }

        Offered with(ServiceReference<FigureProvider> reference, FigureProvider provider) {
            Map<ServiceReference<FigureProvider>, FigureProvider> more = new LinkedHashMap<>(byReference);
            more.put(reference, provider);
            return new Offered(more);
        }

        Offered without(ServiceReference<FigureProvider> reference) {
            Map<ServiceReference<FigureProvider>, FigureProvider> less = new LinkedHashMap<>(byReference);
            return less.remove(reference) == null ? this : new Offered(less);
        }
    }

    @Activate
    public FigureProviders(
            BundleContext context,
            @Reference Units units,
            @Reference(target = "(osgi.unit.name=platform)") Transactions transactions,
            @Reference Clock clock) {
        this.context = context;
        this.units = units;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One that goes while it is asked is not offered any more. */
    @Reference(
            service = FigureProvider.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void add(ServiceReference<FigureProvider> reference) {
        coming.add(reference);
        FigureProvider provider = context.getService(reference);
        if (provider != null) {
            tryOut(provider);
        }
        synchronized (this) {
            if (coming.remove(reference) && provider != null) {
                offered = offered.with(reference, provider);
            }
        }
    }

    void remove(ServiceReference<FigureProvider> reference) {
        synchronized (this) {
            coming.remove(reference);
            offered = offered.without(reference);
        }
        context.ungetService(reference);
    }

    /** Another list once one of them has come, gone or been replaced. */
    List<FigureProvider> all() {
        return offered.all();
    }

    /** A module that stops may have lost what its figures stand on before they themselves are gone. */
    boolean isThere(FigureProvider provider) {
        return offered.byReference().entrySet().stream()
                .filter(entry -> entry.getValue() == provider)
                .map(entry -> entry.getKey().getBundle())
                .anyMatch(bundle -> bundle != null && (bundle.getState() & RUNNING) != 0);
    }

    /** Bundles of those whose figures are not offered yet, by symbolic name. */
    public Set<String> coming() {
        return coming.stream()
                .map(ServiceReference::getBundle)
                .filter(bundle -> bundle != null)
                .map(Bundle::getSymbolicName)
                .collect(Collectors.toSet());
    }

    private void tryOut(FigureProvider provider) {
        try {
            LocalDate today = LocalDate.now(clock);
            Set<String> codes =
                    provider.definitions().stream().map(FigureDefinition::code).collect(Collectors.toSet());
            transactions.read(tx -> {
                Units.Place place = units.find(units.root(), today);
                return provider.figures(new FigureQuery(codes, place.unit().code(), place.scope(), today, null));
            });
        } catch (RuntimeException | LinkageError e) {
            LOG.debug(
                    "Figures of {} cannot be computed yet", provider.getClass().getName());
        }
    }
}
