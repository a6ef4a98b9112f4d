/**
 * State of the persistence units and the read-only mode, for the platform's own bundles.
 */
@Version("1.2.0")
package org.gridloom.platform.persistence;

import org.osgi.annotation.versioning.Version;
