package org.gridloom.benchmarks;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The machine, and how busy it is: figures of a busy one are worth comparing with each other only. */
final class Machine {

    private Machine() {}

    static void print(Options options) {
        Report.line(
                "%s, %s: %d processors, Java %s, load average %.1f, %d rounds%s",
                options.benchmark(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                options.rounds(),
                options.quick() ? ", quick: the figures mean nothing" : "");
    }
}
