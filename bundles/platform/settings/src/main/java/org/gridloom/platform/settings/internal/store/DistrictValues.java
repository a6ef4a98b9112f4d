package org.gridloom.platform.settings.internal.store;

import java.util.List;
import java.util.Map;

/**
 * What the district has set of one module.
 *
 * @param values by key; secrets are encrypted
 * @param revision another one after each change, also after one that was rolled back
 * @param version counts the changes, from 0 where nothing was ever set
 */
public record DistrictValues(Map<String, List<String>> values, String revision, long version) {

    public static final DistrictValues NONE = new DistrictValues(Map.of(), "", 0);
}
