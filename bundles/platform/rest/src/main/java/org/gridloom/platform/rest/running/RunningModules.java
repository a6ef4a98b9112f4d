package org.gridloom.platform.rest.running;

import java.util.List;
import java.util.Set;
import org.gridloom.platform.text.Text;
import org.osgi.annotation.versioning.ProviderType;

/** What this node runs, and what keeps it from running. For the platform's own bundles; asks nothing of the caller. */
@ProviderType
public interface RunningModules {

    /** Features and bundles, with what is wrong with them. */
    ModuleList list();

    /** What is missing before all that is wanted is served; empty when the node is ready. */
    List<Missing> missing();

    /** Features that this start leaves out on the operator's word: safe mode. */
    Set<String> leftOut();

    /**
     * Something that is missing.
     *
     * @param name feature, bundle, path or health check
     * @param reason what it waits for or why it failed
     */
    record Missing(String name, Text reason) {}
}
