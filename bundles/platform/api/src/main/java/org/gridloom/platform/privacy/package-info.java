/**
 * Personal data: declared by field, kept encrypted, shown masked, read with permission and reason, erased for good.
 */
@Version("1.2.0")
package org.gridloom.platform.privacy;

import org.osgi.annotation.versioning.Version;
