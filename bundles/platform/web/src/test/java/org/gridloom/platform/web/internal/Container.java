package org.gridloom.platform.web.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** A real framework with bundles that come and go as a test says. */
public final class Container implements AutoCloseable {

    private final Framework framework;

    public Container(Path cache) throws BundleException {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        cache.toString(),
                        Constants.FRAMEWORK_STORAGE_CLEAN,
                        Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
                        "felix.log.level",
                        "0"));
        framework.start();
    }

    public BundleContext context() {
        return framework.getBundleContext();
    }

    public Bundle start(Content content) throws BundleException {
        Bundle bundle = context().installBundle("test:" + content.name, content.jar());
        bundle.start();
        return bundle;
    }

    @Override
    public void close() throws Exception {
        framework.stop();
        framework.waitForStop(0);
    }

    /** A bundle with one page {@code list}, unless told otherwise. */
    public static Content bundle(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return new Content(name)
                .with("ui/ui.json", page(last, "list.js"))
                .with("ui/list.js", "export default 1;")
                .with("ui/i18n/zh-CN.json", "{ \"title\": \"清单\" }")
                .with("ui/i18n/en.json", "{ \"title\": \"List\" }");
    }

    /** A declaration of one page. */
    public static String page(String bundle, String module) {
        return "{ \"pages\": [ { \"path\": \"list\", \"tag\": \"%s-list\", \"module\": \"%s\", \"label\": \"title\" } ] }"
                .formatted(bundle, module);
    }

    /** What a bundle consists of. */
    public static final class Content {

        private final String name;
        private final Map<String, String> entries = new LinkedHashMap<>();
        private final Map<String, String> headers = new LinkedHashMap<>();

        Content(String name) {
            this.name = name;
        }

        public Content with(String path, String text) {
            entries.put(path, text);
            return this;
        }

        Content without(String path) {
            entries.remove(path);
            return this;
        }

        Content header(String header, String value) {
            headers.put(header, value);
            return this;
        }

        public InputStream jar() {
            Manifest manifest = new Manifest();
            Attributes main = manifest.getMainAttributes();
            main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
            main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
            main.putValue(Constants.BUNDLE_SYMBOLICNAME, name);
            main.putValue(Constants.BUNDLE_VERSION, "1.2.3");
            headers.forEach(main::putValue);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
                for (Map.Entry<String, String> entry : entries.entrySet()) {
                    jar.putNextEntry(new JarEntry(entry.getKey()));
                    jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                    jar.closeEntry();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new ByteArrayInputStream(bytes.toByteArray());
        }
    }
}
