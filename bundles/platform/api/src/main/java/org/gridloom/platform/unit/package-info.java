/**
 * Units of territory, their codes, and scopes that follow merges, splits and moves.
 */
@Version("1.2.0")
package org.gridloom.platform.unit;

import org.osgi.annotation.versioning.Version;
