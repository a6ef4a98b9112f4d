/** Serves the shell and what pages are made of. */
package org.gridloom.platform.web.internal.http;
