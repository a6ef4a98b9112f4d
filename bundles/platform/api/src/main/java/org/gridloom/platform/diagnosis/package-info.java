/**
 * What is wrong, or will be, with this node and its district, told by whoever can measure it.
 */
@Version("1.0.0")
package org.gridloom.platform.diagnosis;

import org.osgi.annotation.versioning.Version;
