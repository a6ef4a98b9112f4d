/**
 * The organisation of a district: its territory and its party organisation with their history, people and posts,
 * outside organisations, coordination bodies, and the documents that its rules cite.
 */
@Version("1.8.0")
package org.gridloom.organization;

import org.osgi.annotation.versioning.Version;
