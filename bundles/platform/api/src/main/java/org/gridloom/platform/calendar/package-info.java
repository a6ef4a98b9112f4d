/**
 * The district's work calendar: work days, work hours, deadlines and lamps.
 */
@Version("1.2.0")
package org.gridloom.platform.calendar;

import org.osgi.annotation.versioning.Version;
