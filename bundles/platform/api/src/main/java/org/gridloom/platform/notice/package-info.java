/**
 * Telling people within the platform: notices that they find behind the bell, unread until they were looked at.
 */
@Version("1.0.0")
package org.gridloom.platform.notice;

import org.osgi.annotation.versioning.Version;
