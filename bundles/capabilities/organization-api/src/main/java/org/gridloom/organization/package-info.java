/**
 * The organisation of a district: its territory with history, and the documents that its rules cite.
 */
@Version("1.0.0")
package org.gridloom.organization;

import org.osgi.annotation.versioning.Version;
