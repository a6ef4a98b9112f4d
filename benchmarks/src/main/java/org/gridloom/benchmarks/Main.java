package org.gridloom.benchmarks;

/** Runs one benchmark and prints its table. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(arguments);
        Machine.print(options);
        switch (options.benchmark()) {
            case "start" -> new StartBenchmark(options).run();
            case "import" -> new ImportBenchmark(options).run();
            case "read" -> new ReadBenchmark(options).run();
            case "write" -> new WriteBenchmark(options).run();
            case "sheet" -> new SheetBenchmark(options).run();
            case "events" -> new EventsBenchmark(options).run();
            default -> throw new IllegalArgumentException("There is no benchmark " + options.benchmark());
        }
        Machine.print(options);
        // The harness's SSH clients keep threads for a while.
        System.exit(0);
    }
}
