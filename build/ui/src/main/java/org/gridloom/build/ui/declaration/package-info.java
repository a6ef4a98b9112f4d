/** {@code ui/ui.json}: what a bundle brings for the web face, read the same way at build and at run time. */
package org.gridloom.build.ui.declaration;
