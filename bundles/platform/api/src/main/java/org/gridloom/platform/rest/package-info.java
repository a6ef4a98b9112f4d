/**
 * What a capability needs to offer REST resources.
 */
@Version("1.4.0")
package org.gridloom.platform.rest;

import org.osgi.annotation.versioning.Version;
