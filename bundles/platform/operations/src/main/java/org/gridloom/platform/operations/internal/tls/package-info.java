/**
 * Certificate and key as PEM files: made into what Jetty reads when Gridloom starts, and taken up anew when they are
 * replaced. {@link org.gridloom.platform.operations.internal.tls.StoreCertificates} and what it
 * uses need the JDK alone, as the start script runs it.
 */
package org.gridloom.platform.operations.internal.tls;
