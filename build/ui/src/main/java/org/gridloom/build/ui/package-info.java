/** Checks what a bundle brings for the web face while the bundle is built. */
package org.gridloom.build.ui;
