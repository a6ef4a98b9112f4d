/**
 * Rules as dated data: tables that modules declare and districts set, in versions with a start date and a basis.
 */
@Version("1.0.0")
package org.gridloom.platform.rule;

import org.osgi.annotation.versioning.Version;
