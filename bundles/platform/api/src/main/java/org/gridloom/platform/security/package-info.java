/**
 * Who calls, what they may do, and in which units.
 */
@Version("1.5.0")
package org.gridloom.platform.security;

import org.osgi.annotation.versioning.Version;
