/** REST: translates, nothing else. */
package org.gridloom.platform.web.internal.rest;
