package org.gridloom.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.gridloom.benchmarks.Sides.Side;
import org.gridloom.benchmarks.load.Load;
import org.gridloom.benchmarks.load.Load.Slice;

/** All sides under the same load, by turns, round after round. */
final class Measured {

    private static final int CLIENTS = 4;
    /** Slices before those that count, each side: much code takes half a minute to be compiled, the little of a floor two seconds. */
    private static final int WARM_UP = 15;

    private final Map<Side, List<Slice>> slices = new LinkedHashMap<>();

    /** What the clients of a side do. */
    interface Clients {
        Load.Clients of(Side side);
    }

    Measured(Options options, List<Side> sides, Clients clients) {
        Load load = new Load(CLIENTS);
        Duration slice = Duration.ofMillis(options.quick() ? 500 : 2000);
        List<Side> order = new ArrayList<>(sides);
        sides.forEach(side -> slices.put(side, new ArrayList<>()));
        order.forEach(side -> load.run(side.port(), clients.of(side), slice.multipliedBy(WARM_UP)));
        for (int round = 0; round < options.rounds(); round++) {
            for (Side side : order) {
                slices.get(side).add(load.run(side.port(), clients.of(side), slice));
            }
            Collections.rotate(order, 1);
        }
    }

    private List<Slice> of(Predicate<Side> which) {
        return slices.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private List<Slice> of(String database, boolean floor, boolean large) {
        return of(side -> side.database().equals(database) && side.floor() == floor && side.isLarge() == large);
    }

    Sample median(String database, boolean floor, boolean large) {
        return Sample.of(
                of(database, floor, large).stream().map(Slice::medianMillis).toList());
    }

    Sample p99(String database, boolean floor, boolean large) {
        return Sample.of(
                of(database, floor, large).stream().map(Slice::p99Millis).toList());
    }

    Sample perSecond(String database, boolean floor, boolean large) {
        return Sample.of(
                of(database, floor, large).stream().map(Slice::perSecond).toList());
    }

    /** How the median grows from few units to many. */
    Sample growth(String database) {
        return median(database, false, true).over(median(database, false, false));
    }

    /** Throughput as a part of the floor's. */
    Sample share(boolean large) {
        return perSecond("PostgreSQL", false, large).over(perSecond("PostgreSQL", true, large));
    }
}
