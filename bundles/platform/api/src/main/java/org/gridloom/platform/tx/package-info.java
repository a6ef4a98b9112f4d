/**
 * One transaction for a change, its audit entry, its events and its counts.
 */
@Version("1.4.0")
package org.gridloom.platform.tx;

import org.osgi.annotation.versioning.Version;
