/**
 * Cases that move along declared states: who may take which step when, with what evidence and by when.
 */
@Version("1.0.0")
package org.gridloom.platform.state;

import org.osgi.annotation.versioning.Version;
