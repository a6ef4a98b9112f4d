/**
 * State of the persistence units, for the platform's own bundles.
 */
@Version("1.1.0")
package org.gridloom.platform.persistence;

import org.osgi.annotation.versioning.Version;
