/**
 * What a module adds to the typed settings that it declares by OSGi Metatype.
 */
@Version("1.0.0")
package org.gridloom.platform.settings;

import org.osgi.annotation.versioning.Version;
