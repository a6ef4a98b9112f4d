/**
 * What console commands share: language, tables, refusals as one clear line, secrets typed unseen, files on the server.
 */
@Version("1.3.0")
package org.gridloom.platform.console;

import org.osgi.annotation.versioning.Version;
