/**
 * Words for people, in every language the platform speaks.
 */
@Version("1.0.0")
package org.gridloom.platform.text;

import org.osgi.annotation.versioning.Version;
