/**
 * Refusals: what went wrong, where, and what is allowed, in the caller's language.
 */
@Version("1.1.0")
package org.gridloom.platform.problem;

import org.osgi.annotation.versioning.Version;
