package org.gridloom.platform.assembly;

import org.gridloom.platform.problem.Problem;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A section of the district's file, by the bundle that owns what stands in it. Register it as a service; the platform
 * reads and writes the file, finds lines, compares and applies.
 *
 * <p>A part of the file is made of {@code Map<String, Object>}, {@code List<Object>} and {@code String}: a number or a
 * truth value is the text that it is written as. A section that is in the file is whole: what it does not name goes. One
 * that is not in the file is left alone. Called from many threads, in the name of whoever applies, compares or exports,
 * whose permissions the section's own use cases check.
 */
@ConsumerType
public interface AssemblySection {

    /** Key at the top of the file, as in {@code rules}; for good. */
    String key();

    /** Sections are exported and applied in this order, those of the same one by their keys. */
    default int order() {
        return 100;
    }

    /** What is in force, always in the same order and form. */
    Object export();

    /**
     * Reads what the file wants, and tells the part of each fault: by {@link AssemblyPart#fault}, or by
     * {@link AssemblyPart#absent} where it names something that a module may bring which is not here yet. Nothing is
     * changed.
     *
     * @return what is wanted in the form that {@link #export} has, so that the two can be compared; whatever it is where
     *     there are faults
     */
    Object check(AssemblyPart part);

    /**
     * Brings about what {@link #check} returned, where it differs from what is in force. All sections of a file are in
     * one transaction, which is rolled back where one is refused, and always for a dry run: so it changes nothing but
     * records.
     *
     * @throws Problem with violations whose fields are paths within the file, see {@link AssemblyPart#at}
     */
    void apply(Object wanted);

    /** After the commit of {@link #apply}: what is kept in memory can be read anew. */
    default void applied() {}
}
