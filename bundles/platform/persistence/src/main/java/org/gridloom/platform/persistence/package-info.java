/**
 * State of the persistence units, the tables of modules and the read-only mode, for the platform's own bundles.
 */
@Version("1.3.0")
package org.gridloom.platform.persistence;

import org.osgi.annotation.versioning.Version;
