package org.gridloom.platform.sheets.internal.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.gridloom.platform.text.Text;

/** The XML parts of a workbook. What they inflate to is bounded while it is read, and document types are refused. */
final class Parts implements AutoCloseable {

    private static final int MOST_PARTS = 10_000;
    /** Small parts may well be blanks only. */
    private static final long RATIO_FROM = 4L * 1024 * 1024;

    private static final XMLInputFactory XML = factory();

    private final ZipFile zip;
    private final Limits limits;
    private long inflated;

    Parts(Path file, Limits limits) throws IOException {
        this.limits = limits;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException damaged) {
            throw damaged();
        }
        if (zip.size() > MOST_PARTS) {
            zip.close();
            throw bomb();
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** Reads a part. */
    @FunctionalInterface
    interface Reading {
        void of(XMLStreamReader xml) throws XMLStreamException;
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** Reads the part, if it is there, from its root element on. */
    void read(String name, Reading reading) throws IOException {
        ZipEntry entry = Optional.ofNullable(zip.getEntry(name)).orElse(null);
        if (entry == null) {
            return;
        }
        try (InputStream in = new Inflating(zip.getInputStream(entry), entry.getCompressedSize())) {
            XMLStreamReader xml = XML.createXMLStreamReader(in);
            try {
                for (int event = xml.getEventType(); event != XMLStreamConstants.START_ELEMENT; event = xml.next()) {
                    if (event == XMLStreamConstants.DTD) {
                        throw new FileRefused(Text.of("工作簿含有不允许的 XML 文档类型", "The workbook holds an XML document type"));
                    }
                }
                reading.of(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException malformed) {
            if (malformed.getNestedException() instanceof FileRefused refused) {
                throw refused;
            }
            throw damaged();
        } catch (ZipException | NumberFormatException malformed) {
            throw damaged();
        }
    }

    private static FileRefused damaged() {
        return new FileRefused(Text.of("工作簿已损坏,无法读取", "The workbook is damaged and cannot be read"));
    }

    private static FileRefused bomb() {
        return new FileRefused(Text.of("工作簿解压后过大", "The workbook grows too large when it is unpacked"));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private final class Inflating extends FilterInputStream {

        private final long compressed;
        private long own;

        Inflating(InputStream in, long compressed) {
            super(in);
            this.compressed = Math.max(1, compressed);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            counted(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            counted(Math.max(0, read));
            return read;
        }

        private void counted(int bytes) {
            own += bytes;
            inflated += bytes;
            if (inflated > limits.inflatedBytes() || own > RATIO_FROM && own / compressed > limits.ratio()) {
                throw bomb();
            }
        }
    }
}
