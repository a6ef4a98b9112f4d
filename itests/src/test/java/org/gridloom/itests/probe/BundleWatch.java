package org.gridloom.itests.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/** Runs inside the servers under test: writes into a file which bundles stop, and which start. */
public class BundleWatch implements BundleActivator, SynchronousBundleListener {

    /** Header of its manifest: the file. */
    public static final String FILE = "Gridloom-Watch";

    private Path file;

    @Override
    public void start(BundleContext context) {
        file = Path.of(context.getBundle().getHeaders().get(FILE));
        context.addBundleListener(this);
    }

    @Override
    public void stop(BundleContext context) {
        context.removeBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPED) {
            write("stopped " + event.getBundle().getSymbolicName());
        } else if (event.getType() == BundleEvent.STARTED) {
            write("started " + event.getBundle().getSymbolicName());
        }
    }

    private synchronized void write(String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
