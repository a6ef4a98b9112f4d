package org.gridloom.platform.operations.internal.support;

import java.util.Comparator;
import java.util.Map;

/** What all threads do just now. */
final class Threads {

    private Threads() {}

    static String dump() {
        StringBuilder dump = new StringBuilder();
        Thread.getAllStackTraces().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Thread::getName)))
                .forEach(thread -> append(dump, thread.getKey(), thread.getValue()));
        return dump.toString();
    }

    private static void append(StringBuilder dump, Thread thread, StackTraceElement[] frames) {
        // Karaf names the thread of a console after its user.
        dump.append('"').append(thread.getName().replaceAll("user .*", "user")).append("\" ");
        dump.append(thread.getState())
                .append(thread.isDaemon() ? " daemon" : "")
                .append('\n');
        for (StackTraceElement frame : frames) {
            dump.append("    at ").append(frame).append('\n');
        }
        dump.append('\n');
    }
}
