/**
 * What tests of vendors' bundles need besides {@code org.gridloom.platform.testkit}: a running district to deploy into, a
 * territory, the import and export of lists. Never deployed.
 */
package org.gridloom.sdk.testkit;
