/**
 * A district as one file: what each bundle contributes to it.
 */
@Version("1.0.0")
package org.gridloom.platform.assembly;

import org.osgi.annotation.versioning.Version;
