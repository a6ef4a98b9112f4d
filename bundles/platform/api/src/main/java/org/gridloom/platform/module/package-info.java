/**
 * What keeps a bundle from working, told by whoever notices.
 */
@Version("1.0.0")
package org.gridloom.platform.module;

import org.osgi.annotation.versioning.Version;
