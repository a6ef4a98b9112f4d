package org.gridloom.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is alive in another JVM, after a full collection.
 *
 * @param pid process of the JVM
 */
public record LiveHeap(long pid) {

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    /** Bytes of all objects; by class in a file of this name in {@code target}, for whoever looks for what grows. */
    public long bytes(String name) {
        jcmd("GC.run");
        String histogram = jcmd("GC.class_histogram");
        keep(histogram, name);
        Matcher total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new AssertionError("No total in the histogram");
        }
        return Long.parseLong(total.group(1));
    }

    private static void keep(String histogram, String name) {
        try {
            Files.writeString(
                    Files.createDirectories(Path.of("target", "histograms")).resolve(name + ".txt"), histogram);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many class loaders still have classes of a package: each version of a bundle that was ever wired has one. */
    public int loaders(String name) {
        jcmd("GC.run");
        Matcher classes = Pattern.compile(Pattern.quote(name) + "\\.[\\w.$]+/(0x[0-9a-f]+)")
                .matcher(jcmd("VM.class_hierarchy"));
        Set<String> loaders = new HashSet<>();
        while (classes.find()) {
            loaders.add(classes.group(1));
        }
        return loaders.size();
    }

    private String jcmd(String command) {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(pid),
                            command)
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
