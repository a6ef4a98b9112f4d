package org.gridloom.platform.persistence;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The counts that the modules keep. */
@ProviderType
public interface Counters {

    /**
     * Counts all records of every open module again and compares.
     *
     * @param repair whether to put right what deviates
     * @return by counter
     */
    List<CountReport> verify(boolean repair);
}
