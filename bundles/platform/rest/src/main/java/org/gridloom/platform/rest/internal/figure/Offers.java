package org.gridloom.platform.rest.internal.figure;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridloom.platform.figure.FigureDefinition;
import org.gridloom.platform.figure.FigureProvider;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;

/**
 * Figures and who computes them.
 *
 * @param all by capability, and there as their providers have them
 */
record Offers(List<Offer> all) {

    record Offer(FigureDefinition definition, FigureProvider provider) {

        String code() {
            return definition.code();
        }

        String capability() {
            return code().substring(0, Math.max(code().indexOf('.'), 0));
        }
    }

    private static final Comparator<Offer> ORDER = Comparator.comparing(Offer::capability)
            .thenComparing(offer -> offer.provider().order())
            .thenComparing(offer -> offer.provider().getClass().getName());

    /** @param codes empty for all */
    static Offers of(Collection<FigureProvider> providers, Set<String> codes) {
        Map<String, Offer> offers = providers.stream()
                .flatMap(provider -> provider.definitions().stream().map(definition -> new Offer(definition, provider)))
                .sorted(ORDER)
                .collect(Collectors.toMap(
                        Offer::code, Function.identity(), (first, second) -> first, LinkedHashMap::new));
        if (codes.isEmpty()) {
            return new Offers(List.copyOf(offers.values()));
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
        return new Offers(offers.values().stream()
                .filter(offer -> codes.contains(offer.code()))
                .toList());
    }

    /** Those that the caller may see in the unit. */
    Offers permitted(Access access, String unit) {
        List<Offer> permitted = all.stream()
                .filter(offer -> access.may(offer.definition().permission(), unit))
                .toList();
        if (permitted.isEmpty() && !all.isEmpty()) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN, Text.of("您无权查看该单位的这些指标", "You may not see these figures of that unit"));
        }
        return new Offers(permitted);
    }

    /** The codes to ask each provider for. */
    Map<FigureProvider, Set<String>> byProvider() {
        Map<FigureProvider, Set<String>> codes = new LinkedHashMap<>();
        all.forEach(offer -> codes.computeIfAbsent(offer.provider(), provider -> new TreeSet<>())
                .add(offer.code()));
        return codes;
    }
}
