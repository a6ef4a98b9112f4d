package org.gridloom.itests.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What the threads of the servers that this JVM started are about, for a failure that says only that something waits. */
final class Stacks {

    private static final int MOST_LINES = 40;

    private Stacks() {}

    /** The stacks in which the text occurs, shortened, those of all servers that run. */
    static String with(String text) {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .map(process -> "server " + process.pid() + ":\n" + stacks(process.pid(), text))
                .collect(Collectors.joining("\n"));
    }

    private static String stacks(long pid, String text) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process printing = new ProcessBuilder(jcmd, Long.toString(pid), "Thread.print", "-l")
                    .redirectErrorStream(true)
                    .start();
            String all = new String(printing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("\n\n"))
                    .filter(stack -> stack.contains(text))
                    .map(stack -> stack.lines().limit(MOST_LINES).collect(Collectors.joining("\n")))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
