/** Checks of what bnd made of a bundle. */
package org.gridloom.build.bundle;
