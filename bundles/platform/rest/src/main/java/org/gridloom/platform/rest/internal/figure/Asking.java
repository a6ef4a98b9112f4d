package org.gridloom.platform.rest.internal.figure;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.gridloom.platform.figure.Figure;
import org.gridloom.platform.figure.FigureProvider;
import org.gridloom.platform.rest.internal.problem.SafeTrace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How providers are asked for one answer: all in one transaction, until one fails; then the others, each in its own, where
 * one that fails is left out. Nobody is asked twice who has answered, nor at all whose module is going.
 */
final class Asking {

    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

    private final Predicate<FigureProvider> isThere;
    private final Map<FigureProvider, List<Figure>> answered = new IdentityHashMap<>();
    private boolean failed;

    Asking(Predicate<FigureProvider> isThere) {
        this.isThere = isThere;
    }

    /** From then on each is asked in a transaction of its own. */
    boolean hasFailed() {
        return failed;
    }

    List<Figure> of(FigureProvider provider, Set<String> codes, Supplier<List<Figure>> figures) {
        List<Figure> known = answered.get(provider);
        if (known == null) {
            known = isThere.test(provider) ? ask(provider, codes, figures) : gone(codes);
            answered.put(provider, known);
        }
        return known;
    }

    private List<Figure> ask(FigureProvider provider, Set<String> codes, Supplier<List<Figure>> figures) {
        boolean together = !failed;
        try {
            return figures.get();
        } catch (RuntimeException | LinkageError e) {
            failed = true;
            if (together) {
                throw e;
            }
            if (!isThere.test(provider)) {
                return gone(codes);
            }
            LOG.error("Figures {} cannot be computed", codes, SafeTrace.of(e));
            return List.of();
        }
    }

    private static List<Figure> gone(Set<String> codes) {
        LOG.info("The module of the figures {} went while they were asked for", codes);
        return List.of();
    }
}
