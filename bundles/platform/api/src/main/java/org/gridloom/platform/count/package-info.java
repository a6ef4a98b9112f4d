/**
 * Counts that are kept with the records: what is asked often costs the same for a district and for a whole country.
 */
@Version("1.0.0")
package org.gridloom.platform.count;

import org.osgi.annotation.versioning.Version;
