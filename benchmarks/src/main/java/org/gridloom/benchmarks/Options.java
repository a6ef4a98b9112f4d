package org.gridloom.benchmarks;

import java.util.List;

/**
 * What is asked for.
 *
 * @param quick small data and few rounds, to see that it works
 * @param rounds how often each side is measured, by turns
 * @param h2 H2 beside PostgreSQL
 */
record Options(String benchmark, boolean quick, int rounds, boolean h2) {

    private static final int ROUNDS = 7;
    private static final int QUICK_ROUNDS = 3;

    static Options of(String... arguments) {
        List<String> given = List.of(arguments);
        boolean quick = given.contains("--quick");
        int rounds = given.indexOf("--rounds");
        return new Options(
                given.get(0),
                quick,
                rounds < 0 ? quick ? QUICK_ROUNDS : ROUNDS : Integer.parseInt(given.get(rounds + 1)),
                given.contains("--h2"));
    }
}
