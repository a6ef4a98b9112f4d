/**
 * Files that belong to records: photos and documents. What they hold is kept once, by its hash; who may see and change
 * them is decided by the capability whose records they belong to.
 */
@Version("1.0.0")
package org.gridloom.platform.attachment;

import org.osgi.annotation.versioning.Version;
