/**
 * The district's work calendar: work days, work hours, deadlines and lamps.
 */
@Version("1.1.0")
package org.gridloom.platform.calendar;

import org.osgi.annotation.versioning.Version;
