/**
 * Importing and exporting lists. What a list looks like is declared once, as a {@link org.gridloom.platform.sheet.Sheet}
 * service; template, import, annotated copy and export follow from it, on REST, console and page.
 */
@Version("1.7.0")
package org.gridloom.platform.sheet;

import org.osgi.annotation.versioning.Version;
