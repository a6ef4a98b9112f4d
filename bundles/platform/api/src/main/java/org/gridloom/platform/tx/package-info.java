/**
 * One transaction for a change, its audit entry and its events.
 */
@Version("1.0.0")
package org.gridloom.platform.tx;

import org.osgi.annotation.versioning.Version;
