/**
 * The modules of this node, for the platform's own bundles.
 */
@Version("1.1.0")
package org.gridloom.platform.modules;

import org.osgi.annotation.versioning.Version;
