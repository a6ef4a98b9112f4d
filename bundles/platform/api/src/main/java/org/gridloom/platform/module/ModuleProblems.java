package org.gridloom.platform.module;

import java.util.List;
import org.gridloom.platform.text.Text;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Tells what is wrong with a bundle that runs, for {@code module:list} and {@code /api/modules}. Register it as a
 * service where something is read from other bundles and may be refused. Called from many threads.
 */
@ConsumerType
public interface ModuleProblems {

    /**
     * Empty where there is nothing to say.
     *
     * @param bundle symbolic name
     */
    List<Text> problems(String bundle);
}
