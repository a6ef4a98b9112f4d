package org.gridloom.benchmarks;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a benchmark prints: its result, not a log. */
public final class Report {

    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private Report() {}

    public static void line(String format, Object... values) {
        OUT.println(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    }
}
