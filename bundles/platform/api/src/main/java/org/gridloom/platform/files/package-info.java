/**
 * Files that a node keeps outside the database.
 */
@Version("1.1.0")
package org.gridloom.platform.files;

import org.osgi.annotation.versioning.Version;
