/**
 * What plain unit tests of capabilities need: a real database, a caller, a clock, validation. Never deployed.
 */
package org.gridloom.platform.testkit;
