/** Rules about passwords, names and repeated failures; nothing but the JDK and the platform's API. */
package org.gridloom.platform.security.internal.domain;
