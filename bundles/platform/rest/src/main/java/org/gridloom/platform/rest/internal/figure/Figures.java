package org.gridloom.platform.rest.internal.figure;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.gridloom.platform.figure.Figure;
import org.gridloom.platform.figure.FigureComparison;
import org.gridloom.platform.figure.FigureProvider;
import org.gridloom.platform.figure.FigureQuery;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.internal.server.Permits;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.unit.UnitRef;
import org.gridloom.platform.unit.UnitScopes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gathers the figures of all capabilities; one that fails takes no other with it. */
@Component(service = Figures.class)
public final class Figures {

    private final FigureProviders providers;
    private final Permits permits;
    private final Units units;
    private final Transactions transactions;
    private final Clock clock;
    private final KnownFigures<Key, FigureList> lists = new KnownFigures<>(Ticker.systemTicker());
    private final KnownFigures<Key, FigureTable> tables = new KnownFigures<>(Ticker.systemTicker());

    @Activate
    public Figures(
            @Reference FigureProviders providers,
            @Reference Permits permits,
            @Reference Units units,
            @Reference(target = "(osgi.unit.name=platform)") Transactions transactions,
            @Reference Clock clock) {
        this.providers = providers;
        this.permits = permits;
        this.units = units;
        this.transactions = transactions;
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
        return answer(question(unit, asOf, from, codes), lists, this::list);
    }

    private FigureList list(Question question, Asking asking) {
        Units.Place place = units.find(question.unit(), question.asOf());
        Map<String, Figure> found = new HashMap<>();
        question.offers()
                .byProvider()
                .forEach((provider, some) -> asking.of(provider, some, () -> provider.figures(question.of(some, place)))
                        .forEach(figure -> found.put(figure.code(), figure)));

        List<FigureItem> items = new ArrayList<>();
        List<FigureList.Failed> failed = new ArrayList<>();
        question.offers().all().forEach(offer -> {
            Figure figure = found.get(offer.code());
            if (figure == null) {
                failed.add(FigureList.Failed.of(offer.definition()));
            } else {
                items.add(FigureItem.of(offer.definition(), figure));
            }
        });
        return new FigureList(place.unit(), question.asOf(), question.from(), items, failed);
    }

    /** The same figures of each unit directly below; who may see them in the unit may see them there. */
    public FigureTable compare(String unit, LocalDate asOf, LocalDate from, Set<String> codes) {
        return answer(question(unit, asOf, from, codes), tables, this::table);
    }

    private FigureTable table(Question question, Asking asking) {
        Units.Place place = units.find(question.unit(), question.asOf());
        Units.Subunits subunits = units.below(place.unit(), question.asOf());
        List<UnitRef> below = subunits.units();
        Map<String, Map<String, Number>> values = new HashMap<>();
        if (!below.isEmpty()) {
            question.offers()
                    .byProvider()
                    .forEach((provider, some) -> asking.of(
                                    provider, some, () -> provider.compare(question.of(some, place, subunits.scopes())))
                            .forEach(figure -> values.computeIfAbsent(figure.code(), code -> new HashMap<>())
                                    .put(figure.unit(), figure.value())));
        }

        List<FigureTable.ComparedFigure> figures = new ArrayList<>();
        List<FigureList.Failed> failed = new ArrayList<>();
        question.offers().all().forEach(offer -> {
            if (below.isEmpty() || values.containsKey(offer.code())) {
                figures.add(FigureTable.ComparedFigure.of(offer.definition()));
            } else {
                failed.add(FigureList.Failed.of(offer.definition()));
            }
        });
        return new FigureTable(
                place.unit(), question.asOf(), question.from(), figures, rows(below, figures, values), failed);
    }

    private static List<FigureTable.ComparedUnit> rows(
            List<UnitRef> below, List<FigureTable.ComparedFigure> figures, Map<String, Map<String, Number>> values) {
        return below.stream()
                .map(unit -> {
                    Map<String, Number> own = new TreeMap<>();
                    figures.forEach(figure -> {
                        Number value = values.get(figure.code()).get(unit.code());
                        if (value != null) {
                            own.put(figure.code(), value);
                        }
                    });
                    return new FigureTable.ComparedUnit(unit.code(), unit.name(), unit.level(), own);
                })
                .toList();
    }

    /** What is asked of which unit, once it is known that the caller may ask. */
    private record Question(
            String account,
            List<FigureProvider> providers,
            Offers offers,
            String unit,
            LocalDate asOf,
            LocalDate from) {

        FigureQuery of(Set<String> codes, Units.Place place) {
            return new FigureQuery(codes, place.unit().code(), place.scope(), asOf, from);
        }

        FigureComparison of(Set<String> codes, Units.Place place, UnitScopes subunits) {
            return new FigureComparison(codes, place.unit().code(), place.scope(), subunits, asOf, from);
        }

        Key key() {
            return new Key(
                    account, offers.all().stream().map(Offers.Offer::code).toList(), unit, asOf, from);
        }
    }

    /** What an answer depends on, beside the records and who computes it. */
    private record Key(String account, List<String> codes, String unit, LocalDate asOf, LocalDate from) {}

    private Question question(String unit, LocalDate asOf, LocalDate from, Set<String> codes) {
        LocalDate date = asOf == null ? LocalDate.now(clock) : asOf;
        if (from != null && from.isAfter(date)) {
            throw Problem.invalid("from", Text.of("不得晚于 asOf(%s)", "Must not be after asOf (%s)", date));
        }
        Access access = permits.access();
        String account = access.caller().account();
        String code = unit == null ? units.root() : unit;
        List<FigureProvider> current = providers.all();
        Offers offers = Offers.of(current, codes).permitted(access, code);
        return new Question(account, current, offers, code, date, from);
    }

    /**
     * What is known, else all providers are asked in one transaction, as one connection and one end of it serve them
     * all. In a database a failure ends the transaction for everybody: then each that has not answered is asked in its own,
     * and nothing kept.
     */
    private <A> A answer(Question question, KnownFigures<Key, A> known, BiFunction<Question, Asking, A> compute) {
        Asking asking = new Asking(providers::isThere);
        try {
            return transactions.read(tx -> known.of(
                    question.key(), tx.revision(), question.providers(), () -> compute.apply(question, asking)));
        } catch (RuntimeException | LinkageError e) {
            if (!asking.hasFailed()) {
                throw e;
            }
        }
        return compute.apply(question, asking);
    }
}
