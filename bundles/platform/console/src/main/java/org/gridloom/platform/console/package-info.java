/**
 * What console commands share: language, tables, refusals as one clear line, secrets typed unseen.
 */
@Version("1.2.0")
package org.gridloom.platform.console;

import org.osgi.annotation.versioning.Version;
