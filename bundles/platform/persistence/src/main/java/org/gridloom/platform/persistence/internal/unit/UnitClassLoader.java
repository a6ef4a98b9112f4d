package org.gridloom.platform.persistence.internal.unit;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;
import org.eclipse.persistence.jpa.PersistenceProvider;

/** The bundle's classes first, then EclipseLink's own. */
final class UnitClassLoader extends ClassLoader {

    private static final ClassLoader ECLIPSELINK = PersistenceProvider.class.getClassLoader();

    private final ClassLoader bundle;

    UnitClassLoader(ClassLoader bundle) {
        super(null);
        this.bundle = bundle;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try {
            return bundle.loadClass(name);
        } catch (ClassNotFoundException e) {
            return ECLIPSELINK.loadClass(name);
        }
    }

    @Override
    protected URL findResource(String name) {
        URL found = bundle.getResource(name);
        return found == null ? ECLIPSELINK.getResource(name) : found;
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        Enumeration<URL> found = bundle.getResources(name);
        return found.hasMoreElements() ? found : ECLIPSELINK.getResources(name);
    }
}
