/**
 * Importing and exporting lists.
 */
@Version("1.1.0")
package org.gridloom.platform.sheet;

import org.osgi.annotation.versioning.Version;
