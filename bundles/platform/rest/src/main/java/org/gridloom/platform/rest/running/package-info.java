/**
 * What this node runs, for the platform's own bundles.
 */
@Version("1.1.0")
package org.gridloom.platform.rest.running;

import org.osgi.annotation.versioning.Version;
