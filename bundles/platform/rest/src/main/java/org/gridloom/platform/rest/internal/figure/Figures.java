package org.gridloom.platform.rest.internal.figure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridloom.platform.figure.Figure;
import org.gridloom.platform.figure.FigureDefinition;
import org.gridloom.platform.figure.FigureProvider;
import org.gridloom.platform.figure.FigureQuery;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.internal.problem.SafeTrace;
import org.gridloom.platform.rest.internal.server.Permits;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers the figures of all capabilities; one that fails takes no other with it. */
@Component(service = Figures.class)
public final class Figures {

    private static final Logger LOG = LoggerFactory.getLogger(Figures.class);

    private final Permits permits;
    private final Units units;
    private final Clock clock;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    volatile List<FigureProvider> providers = List.of();

    @Activate
    public Figures(@Reference Permits permits, @Reference Units units, @Reference Clock clock) {
        this.permits = permits;
        this.units = units;
        this.clock = clock;
    }

    /**
     * Figures of a unit that the caller may see there.
     *
     * @param unit code, null for the district
     * @param asOf null for today
     * @param from null where no period is asked for
     * @param codes empty for all
     * @throws UnitMoved where the unit bears another code on that date
     * @throws Problem for an unknown unit or figure, and where the caller may see none of them in the unit
     */
    public FigureList of(String unit, LocalDate asOf, LocalDate from, Set<String> codes) {
        LocalDate date = asOf == null ? LocalDate.now(clock) : asOf;
        if (from != null && from.isAfter(date)) {
            throw Problem.invalid("from", Text.of("不得晚于 asOf(%s)", "Must not be after asOf (%s)", date));
        }
        Access access = permits.access();
        access.caller();
        String code = unit == null ? units.root() : unit;
        List<Offer> offers = permitted(offers(codes), access, code);
        Units.Place place = units.find(code, date);
        return compute(offers, place, date, from);
    }

    private FigureList compute(List<Offer> offers, Units.Place place, LocalDate asOf, LocalDate from) {
        Map<String, Figure> found = new TreeMap<>();
        Map<FigureProvider, Set<String>> wanted = offers.stream()
                .collect(Collectors.groupingBy(
                        Offer::provider,
                        Collectors.mapping(offer -> offer.definition().code(), Collectors.toSet())));
        wanted.forEach((provider, codes) -> ask(
                        provider, new FigureQuery(codes, place.unit().code(), place.scope(), asOf, from))
                .forEach(figure -> found.put(figure.code(), figure)));

        List<FigureItem> items = new ArrayList<>();
        List<FigureList.Failed> failed = new ArrayList<>();
        for (Offer offer : offers) {
            FigureDefinition definition = offer.definition();
            Figure figure = found.get(definition.code());
            if (figure == null) {
                failed.add(new FigureList.Failed(definition.code(), definition.name()));
            } else {
                items.add(FigureItem.of(definition, figure));
            }
        }
        return new FigureList(place.unit(), asOf, from, items, failed);
    }

    private static List<Figure> ask(FigureProvider provider, FigureQuery query) {
        try {
            return provider.figures(query);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("Figures {} cannot be computed", query.codes(), SafeTrace.of(e));
            return List.of();
        }
    }

    /** In the order of their codes. */
    private List<Offer> offers(Set<String> codes) {
        Map<String, Offer> offers = providers.stream()
                .flatMap(provider -> provider.definitions().stream().map(definition -> new Offer(definition, provider)))
                .collect(Collectors.toMap(
                        offer -> offer.definition().code(),
                        Function.identity(),
                        (first, second) -> first,
                        TreeMap::new));
        if (codes.isEmpty()) {
            return List.copyOf(offers.values());
        }
        List<String> unknown = codes.stream()
                .filter(code -> !offers.containsKey(code))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw Problem.invalid(
                    "codes",
                    Text.of(
                            "没有指标 %1$s;可用:%2$s",
                            "There is no figure %1$s; there are: %2$s",
                            String.join(", ", unknown),
                            String.join(", ", offers.keySet())));
        }
        return codes.stream().sorted().map(offers::get).filter(Objects::nonNull).toList();
    }

    private static List<Offer> permitted(List<Offer> offers, Access access, String unit) {
        List<Offer> permitted = offers.stream()
                .filter(offer -> access.may(offer.definition().permission(), unit))
                .toList();
        if (permitted.isEmpty() && !offers.isEmpty()) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN, Text.of("您无权查看该单位的这些指标", "You may not see these figures of that unit"));
        }
        return permitted;
    }

    private record Offer(FigureDefinition definition, FigureProvider provider) {}
}
