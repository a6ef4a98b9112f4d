/**
 * Checking what callers send in.
 */
@Version("1.0.0")
package org.gridloom.platform.validation;

import org.osgi.annotation.versioning.Version;
