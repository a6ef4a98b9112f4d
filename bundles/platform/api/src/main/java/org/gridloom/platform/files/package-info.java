/**
 * Files that a node keeps outside the database.
 */
@Version("1.3.0")
package org.gridloom.platform.files;

import org.osgi.annotation.versioning.Version;
