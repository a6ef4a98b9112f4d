package org.gridloom.platform.operations.internal.tls;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A connector that opens no socket: Felix shows the server only to whoever brings it one, and wants it of this kind. */
final class NoConnector extends ServerConnector {

    NoConnector(Server server) {
        super(server);
        setHost("127.0.0.1");
    }

    @Override
    protected void doStart() {
        // There is nothing to listen on.
    }

    @Override
    protected void doStop() {
        // Nothing was opened.
    }
}
