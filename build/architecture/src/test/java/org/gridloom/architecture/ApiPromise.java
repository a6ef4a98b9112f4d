package org.gridloom.architecture;

import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Diff;
import aQute.bnd.service.diff.Tree;
import aQute.bnd.service.diff.Type;
import aQute.bnd.version.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the versions of packages have to say about what became of them since the last release. */
final class ApiPromise {

    private static final int SHOWN = 5;

    private final Tree released;
    private final Tree now;
    private final Diff changes;

    ApiPromise(Tree released, Tree now) {
        this.released = released;
        this.now = now;
        this.changes = now.diff(released);
    }

    /** A sentence for each package whose version does not say what happened to it. */
    List<String> broken() {
        List<String> broken = new ArrayList<>();
        for (Diff change : changes.getChildren()) {
            String name = change.getName();
            if (change.getDelta() == Delta.MAJOR || change.getDelta() == Delta.MINOR) {
                Version before = version(released, name);
                Version least = next(before, change.getDelta());
                if (version(now, name).compareTo(least) < 0) {
                    broken.add(String.format(
                            "%s: %s since it was released as %s (%s). Give it @Version(\"%s\") in package-info.java%s.",
                            name,
                            change.getDelta() == Delta.MAJOR ? "something was broken" : "something was added",
                            before,
                            differences(change).limit(SHOWN).collect(Collectors.joining("; ")),
                            least,
                            change.getDelta() == Delta.MAJOR
                                    ? ", or better keep what vendors use and deprecate it: docs/adr/0029"
                                    : ""));
                }
            }
        }
        return broken;
    }

    /** What happened to the API as a whole: the most of what happened to a package; a new one is an addition. */
    Delta delta() {
        return Arrays.asList(Delta.MAJOR, Delta.MINOR).stream()
                .filter(delta -> changes.getChildren().stream()
                        .anyMatch(change -> delta
                                == switch (change.getDelta()) {
                                    case REMOVED -> Delta.MAJOR;
                                    case ADDED -> Delta.MINOR;
                                    default -> change.getDelta();
                                }))
                .findFirst()
                .orElse(Delta.UNCHANGED);
    }

    /** The lowest version that tells of the change. */
    static Version next(Version before, Delta delta) {
        return switch (delta) {
            case MAJOR -> new Version(before.getMajor() + 1, 0, 0);
            case MINOR -> new Version(before.getMajor(), before.getMinor() + 1, 0);
            default -> before;
        };
    }

    private static Version version(Tree api, String name) {
        return Version.parseVersion(ApiRecord.version(api.get(name)));
    }

    private static Stream<String> differences(Diff change) {
        List<? extends Diff> below = change.getChildren().stream()
                .filter(child -> child.getType() != Type.VERSION && counts(child.getDelta()))
                .toList();
        return below.isEmpty() || change.getDelta() == Delta.ADDED || change.getDelta() == Delta.REMOVED
                ? Stream.of(change.getDelta() + " " + change.getType() + " " + change.getName())
                : below.stream()
                        .flatMap(child -> differences(child)
                                .map(difference ->
                                        isClass(child) ? simple(child.getName()) + ": " + difference : difference));
    }

    private static boolean counts(Delta delta) {
        return delta == Delta.MAJOR || delta == Delta.MINOR || delta == Delta.ADDED || delta == Delta.REMOVED;
    }

    private static boolean isClass(Diff element) {
        return Stream.of(Type.CLASS, Type.INTERFACE, Type.ENUM, Type.ANNOTATION)
                .anyMatch(type -> type == element.getType());
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
