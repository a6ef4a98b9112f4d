package org.gridloom.build.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridloom.build.ui.declaration.Declaration;
import org.gridloom.build.ui.declaration.DeclarationReader;
import org.gridloom.build.ui.declaration.Fault;
import org.gridloom.build.ui.declaration.FaultyException;

/** Fails the build of a bundle whose {@code ui/} folder is faulty, naming everything that is wrong. */
public final class CheckUi {

    private final Path folder;
    private final String bundle;
    private final List<Fault> faults = new ArrayList<>();

    private CheckUi(Path folder, String bundle) {
        this.folder = folder;
        this.bundle = bundle;
    }

    /** Arguments: the folder, which need not be there, and the bundle's symbolic name. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Fault> faults = faults(folder, arguments[1]);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(faults.stream()
                    .map(Fault::inEnglish)
                    .collect(Collectors.joining("\n  ", "Faults in " + folder + ":\n  ", "")));
        }
    }

    static List<Fault> faults(Path folder, String bundle) throws IOException {
        return new CheckUi(folder, bundle.substring(bundle.lastIndexOf('.') + 1)).run();
    }

    private List<Fault> run() throws IOException {
        Map<String, byte[]> files = read();
        Set<String> broken = new HashSet<>();
        Syntax.check(folder, scripts(files), fault -> {
            faults.add(fault);
            broken.add(fault.file());
        });
        Map<String, Script> scripts = new TreeMap<>();
        for (String file : scripts(files)) {
            if (!broken.contains(file)) {
                scripts.put(file, Scanner.scan(new String(files.get(file), StandardCharsets.UTF_8)));
            }
        }
        scripts.forEach((file, script) -> new ScriptCheck(file, script, files.keySet(), faults::add).run());
        try {
            Declaration declaration = declaration(files);
            // A word may be used by what does not parse.
            if (broken.isEmpty()) {
                new WordCheck(files, scripts, faults::add).run(declaration);
            }
        } catch (FaultyException e) {
            faults.addAll(e.faults());
        }
        return faults.stream()
                .distinct()
                .sorted(Comparator.comparing(Fault::file).thenComparing(Fault::line))
                .toList();
    }

    private Declaration declaration(Map<String, byte[]> files) throws FaultyException {
        if (!files.containsKey(DeclarationReader.FILE)) {
            throw new FaultyException(List.of(new Fault(DeclarationReader.FILE, 1, "没有此文件", "is not there")));
        }
        return DeclarationReader.read(bundle, files);
    }

    private static Set<String> scripts(Map<String, byte[]> files) {
        return files.keySet().stream()
                .filter(file -> file.endsWith(".js"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, byte[]> read() throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.filter(Files::isRegularFile).forEach(path -> {
                String name = folder.relativize(path).toString().replace('\\', '/');
                try {
                    files.put(name, Files.readAllBytes(path));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return files;
    }
}
