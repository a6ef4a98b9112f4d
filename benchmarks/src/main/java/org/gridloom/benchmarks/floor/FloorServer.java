package org.gridloom.benchmarks.floor;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.InetSocketAddress;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.gridloom.benchmarks.Report;

/**
 * The floor of reading and writing: a bare Jetty with a servlet for each, plain JDBC on a pool of Gridloom's size, and
 * Jackson. It looks the token up as Gridloom does, in Gridloom's own tables, and knows nothing else. Ends when its
 * standard input does.
 */
public final class FloorServer {

    private FloorServer() {}

    /** @param arguments address of the database and size of the pool */
    public static void main(String[] arguments) throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(arguments[0]);
        config.setUsername("postgres");
        config.setMaximumPoolSize(Integer.parseInt(arguments[1]));
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Server server = new Server(new InetSocketAddress("127.0.0.1", 0));
            ServletContextHandler context = new ServletContextHandler();
            context.addServlet(new ServletHolder(new ReadServlet(pool)), "/read/*");
            context.addServlet(new ServletHolder(new RenameServlet(pool)), "/rename/*");
            context.addServlet(new ServletHolder(new CreateServlet(pool)), "/create");
            server.setHandler(context);
            server.start();
            Report.line(Integer.toString(((ServerConnector) server.getConnectors()[0]).getLocalPort()));
            while (System.in.read() >= 0) {
                // The benchmark says nothing; the end of its process is what counts.
            }
            server.stop();
        }
    }
}
