/**
 * Figures about the running system, for a monitoring server.
 */
@Version("1.0.0")
package org.gridloom.platform.metric;

import org.osgi.annotation.versioning.Version;
