/** REST: translates, nothing else. */
package org.gridloom.platform.security.internal.rest;
