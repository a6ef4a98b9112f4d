package org.gridloom.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/security.md promises nothing that no test holds. */
class SecurityPageTest {

    private static final Path ROOT =
            Path.of(System.getProperty("gridloom.root")).toAbsolutePath().normalize();
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]*(?:Test|IT))`");
    private static final Pattern ROW = Pattern.compile("^\\| ((?:\\d+\\.\\d+\\.\\d+(?:, )?)+) \\| (.+) \\| (.*) ?\\|$");
    private static final Pattern CHAPTER = Pattern.compile("^### V(\\d+) .*");

    private static List<String> page;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readAllLines(ROOT.resolve("docs/security.md"));
    }

    @Test
    void everyTestThatItNamesIsThere() throws IOException {
        Set<String> named = page.stream()
                .flatMap(line -> TEST.matcher(line).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).hasSizeGreaterThan(40);
        assertThat(tests()).containsAll(named);
    }

    @Test
    void everyRequirementStandsInItsChapterAndIsHeldByATestOrSaidNotToBe() {
        String chapter = "";
        for (String line : page) {
            Matcher heading = CHAPTER.matcher(line);
            Matcher row = ROW.matcher(line);
            if (heading.matches()) {
                chapter = heading.group(1);
            } else if (row.matches()) {
                for (String requirement : row.group(1).split(", ")) {
                    assertThat(requirement).startsWith(chapter + ".");
                }
                assertThat(TEST.matcher(line).find() || row.group(2).contains("*"))
                        .as(line)
                        .isTrue();
            } else {
                assertThat(line).doesNotMatch("^\\| \\d.*");
            }
        }
    }

    private static Set<String> tests() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String folder : List.of("build", "bundles", "districts", "itests")) {
            try (Stream<Path> files = Files.find(
                    ROOT.resolve(folder),
                    20,
                    (file, attributes) -> file.toString().contains("/src/test/java/"))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java"))
                        .map(name -> name.substring(0, name.length() - ".java".length()))
                        .forEach(names::add);
            }
        }
        return names;
    }
}
