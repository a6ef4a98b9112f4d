package org.gridloom.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Tree;
import aQute.bnd.version.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What vendors compile against keeps its promise: the exported API of each released bundle is compared with {@code sdk/api/}, which
 * holds it as it was last released. With {@code -Dgridloom.api.record=true}, which belongs to a release, it is written there anew.
 */
class ApiPromiseTest {

    private static final Path ROOT =
            Path.of(System.getProperty("gridloom.root")).toAbsolutePath().normalize();
    private static final Path RECORDS = ROOT.resolve("sdk/api");
    private static final Path WHOLE = RECORDS.resolve("version.txt");
    private static final Pattern PROPERTY = Pattern.compile("<gridloom.api.version>(.+)</gridloom.api.version>");

    /** Released bundles with where they are built. */
    private static final Map<String, String> RELEASED = Map.of(
            "org.gridloom.platform.api", "bundles/platform/api",
            "org.gridloom.platform.console", "bundles/platform/console",
            "org.gridloom.organization.api", "bundles/capabilities/organization-api");

    @TempDir
    Path folder;

    @BeforeAll
    static void recordARelease() throws Exception {
        if (Boolean.getBoolean("gridloom.api.record")) {
            for (String bundle : RELEASED.keySet()) {
                ApiRecord.write(ApiRecord.of(classes(bundle)), record(bundle));
            }
            Files.writeString(WHOLE, whole() + "\n");
        }
    }

    @Test
    void noPackageBreaksWhatWasReleased() throws Exception {
        for (String bundle : RELEASED.keySet()) {
            assertThat(promise(bundle).broken()).as(bundle).isEmpty();
        }
    }

    @Test
    void theApiAsAWholeGrowsWithItsPackages() throws Exception {
        Version released = Version.parseVersion(Files.readString(WHOLE).strip());
        Version least = released;
        for (String bundle : List.of("org.gridloom.platform.api", "org.gridloom.platform.console")) {
            Version wanted = ApiPromise.next(released, promise(bundle).delta());
            least = wanted.compareTo(least) > 0 ? wanted : least;
        }
        assertThat(whole())
                .as(
                        "packages of the platform have changed since its API was released as %s: set gridloom.api.version in"
                                + " sdk/parent/pom.xml to %s",
                        released, least)
                .isGreaterThanOrEqualTo(least);
    }

    @Test
    void whatIsAddedAndWhatIsBrokenIsNamedWithTheVersionThatItTakes() throws Exception {
        Tree now = ApiRecord.of(classes("org.gridloom.platform.api"));
        Path file = folder.resolve("api.txt");
        ApiRecord.write(now, file);
        assertThat(new ApiPromise(ApiRecord.read(file), now).broken()).isEmpty();
        List<String> lines = Files.readAllLines(file);

        Files.write(file, with(lines, "METHOD revision()"));
        ApiPromise added = new ApiPromise(ApiRecord.read(file), now);
        assertThat(added.delta()).isEqualTo(Delta.MINOR);
        Version tx = tx(added);
        assertThat(added.broken())
                .singleElement()
                .asString()
                .contains("org.gridloom.platform.tx", "added", "Tx: ", "revision()")
                .contains("@Version(\"" + ApiPromise.next(tx, Delta.MINOR) + "\")");

        Files.write(
                file,
                with(
                        lines,
                        "METHOD revision()",
                        "      METHOD revisionOfOld()",
                        "      METHOD revision()",
                        "        ACCESS MAJOR/MINOR abstract",
                        "        RETURN long"));
        ApiPromise removed = new ApiPromise(ApiRecord.read(file), now);
        assertThat(removed.delta()).isEqualTo(Delta.MAJOR);
        assertThat(removed.broken())
                .singleElement()
                .asString()
                .contains("broken", "revisionOfOld()", "docs/adr/0029")
                .contains("@Version(\"" + ApiPromise.next(tx, Delta.MAJOR) + "\")");
    }

    /** As which the package was released, in the words of what is told. */
    private static Version tx(ApiPromise promise) {
        Matcher version = Pattern.compile("released as ([\\d.]+)")
                .matcher(promise.broken().get(0));
        assertThat(version.find()).isTrue();
        return Version.parseVersion(version.group(1));
    }

    private ApiPromise promise(String bundle) throws Exception {
        Tree now = ApiRecord.of(classes(bundle));
        Path file = record(bundle);
        return new ApiPromise(ApiRecord.read(file), now);
    }

    private static Path record(String bundle) {
        return RECORDS.resolve(bundle + ".txt");
    }

    private static Path classes(String bundle) {
        return ROOT.resolve(RELEASED.get(bundle)).resolve("target/classes");
    }

    /** The version of the capability {@code org.gridloom.api}. */
    private static Version whole() throws IOException {
        Matcher property = PROPERTY.matcher(Files.readString(ROOT.resolve("sdk/parent/pom.xml")));
        assertThat(property.find()).isTrue();
        return Version.parseVersion(property.group(1));
    }

    /** The lines with these in place of the element and of what belongs to it. */
    private static List<String> with(List<String> lines, String element, String... others) {
        int at = at(lines, element);
        int end = at + 1;
        while (indent(lines.get(end)) > indent(lines.get(at))) {
            end++;
        }
        return Stream.of(lines.subList(0, at), List.of(others), lines.subList(end, lines.size()))
                .flatMap(List::stream)
                .toList();
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static int at(List<String> lines, String element) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(element)) {
                return i;
            }
        }
        throw new AssertionError(element + " is not there");
    }
}
