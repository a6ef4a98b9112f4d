/**
 * Figures: numbers computed from records, with definition, date, scope and drill-down.
 */
@Version("1.2.0")
package org.gridloom.platform.figure;

import org.osgi.annotation.versioning.Version;
