/** Starts the built distribution and talks to it as its users do. */
package org.gridloom.itests.harness;
