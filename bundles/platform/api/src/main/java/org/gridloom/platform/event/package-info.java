/**
 * Hearing of what other capabilities did: durably, in order, with an effect that happens exactly once.
 */
@Version("1.0.0")
package org.gridloom.platform.event;

import org.osgi.annotation.versioning.Version;
