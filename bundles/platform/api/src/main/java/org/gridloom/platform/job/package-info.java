/**
 * Work that is due later: deadlines, reminders, expiry, what is done every night. Each job has its effect exactly once.
 */
@Version("1.0.0")
package org.gridloom.platform.job;

import org.osgi.annotation.versioning.Version;
