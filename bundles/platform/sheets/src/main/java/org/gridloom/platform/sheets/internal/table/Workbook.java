package org.gridloom.platform.sheets.internal.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.gridloom.platform.files.Sha256;
import org.gridloom.platform.sheet.SheetFormat;
import org.gridloom.platform.text.Text;

/**
 * The first visible sheet of an xlsx workbook, streamed. Only its shared strings are in memory. Formulas are never
 * computed: what their program had computed last is taken.
 */
final class Workbook implements RawTable {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    private static final long MOST_SHARED = 64L * 1024 * 1024;

    private final Path file;
    private final Limits limits;
    private final List<String> shared = new ArrayList<>();
    private final NumberFormats formats = new NumberFormats();
    private String sheet;
    private boolean from1904;

    Workbook(Path file, Limits limits) throws IOException {
        this.file = file;
        this.limits = limits;
        try (Parts parts = new Parts(file, limits)) {
            String book = "xl/workbook.xml";
            if (!parts.has(book)) {
                throw new FileRefused(Text.of("这不是 Excel 工作簿(.xlsx)", "This is not an Excel workbook (.xlsx)"));
            }
            Map<String, String> targets = new HashMap<>();
            parts.read("xl/_rels/workbook.xml.rels", xml -> targets(xml, targets));
            parts.read(book, this::book);
            sheet = partName(targets.get(sheet));
            if (!parts.has(sheet)) {
                throw new FileRefused(Text.of("工作簿没有可见的工作表", "The workbook has no visible sheet"));
            }
            parts.read(named(targets, "styles.xml"), formats::read);
            parts.read(named(targets, "sharedStrings.xml"), this::strings);
        }
    }

    private static String named(Map<String, String> targets, String end) {
        return targets.values().stream()
                .filter(target -> target != null && target.endsWith(end))
                .map(Workbook::partName)
                .findFirst()
                .orElse("xl/" + end);
    }

    private static String partName(String target) {
        if (target == null) {
            return "";
        }
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    private static void targets(XMLStreamReader xml, Map<String, String> targets) throws XMLStreamException {
        while (next(xml)) {
            if (isStart(xml, "Relationship")) {
                targets.put(xml.getAttributeValue(null, "Id"), xml.getAttributeValue(null, "Target"));
            }
        }
    }

    private void book(XMLStreamReader xml) throws XMLStreamException {
        while (next(xml)) {
            if (isStart(xml, "workbookPr")) {
                String value = xml.getAttributeValue(null, "date1904");
                from1904 = "1".equals(value) || "true".equals(value);
            } else if (isStart(xml, "sheet") && sheet == null) {
                String state = xml.getAttributeValue(null, "state");
                String id = xml.getAttributeValue(RELATIONS, "id");
                if (state == null || "visible".equals(state)) {
                    sheet = id == null ? xml.getAttributeValue(STRICT_RELATIONS, "id") : id;
                }
            }
        }
    }

    private void strings(XMLStreamReader xml) throws XMLStreamException {
        long characters = 0;
        while (next(xml)) {
            if (isStart(xml, "si")) {
                String string = words(xml, "si");
                characters += string.length();
                if (characters > MOST_SHARED) {
                    throw new FileRefused(
                            Text.of("工作簿的文字过多,请分批导入", "The workbook holds too much text: import in parts"));
                }
                shared.add(string);
            }
        }
    }

    /** The text within an element, without how it is pronounced. */
    private String words(XMLStreamReader xml, String end) throws XMLStreamException {
        StringBuilder words = new StringBuilder();
        boolean pronounced = false;
        while (next(xml) && !isEnd(xml, end)) {
            if ("rPh".equals(nameOf(xml))) {
                pronounced = xml.isStartElement();
            } else if (isStart(xml, "t") && !pronounced) {
                words.append(xml.getElementText());
            }
        }
        return words.length() > limits.cellCharacters() ? tooLong() : words.toString();
    }

    private String tooLong() {
        throw new FileRefused(Words.tooLongACell(limits.cellCharacters()));
    }

    static boolean next(XMLStreamReader xml) throws XMLStreamException {
        if (!xml.hasNext()) {
            return false;
        }
        xml.next();
        return true;
    }

    static boolean isStart(XMLStreamReader xml, String name) {
        return xml.getEventType() == XMLStreamConstants.START_ELEMENT
                && xml.getLocalName().equals(name);
    }

    static boolean isEnd(XMLStreamReader xml, String name) {
        return xml.getEventType() == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals(name);
    }

    private static String nameOf(XMLStreamReader xml) {
        return xml.isStartElement() || xml.isEndElement() ? xml.getLocalName() : "";
    }

    @Override
    public String sha256() throws IOException {
        return Sha256.of(file);
    }

    @Override
    public SheetFormat format() {
        return SheetFormat.XLSX;
    }

    @Override
    public void each(Taker taker) throws IOException {
        try (Parts parts = new Parts(file, limits)) {
            parts.read(sheet, xml -> new Rows(xml, taker).read());
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    /** The rows of the sheet, as they come. */
    private final class Rows {

        private final XMLStreamReader xml;
        private final Taker taker;
        private final List<String> cells = new ArrayList<>();
        private int number;

        Rows(XMLStreamReader xml, Taker taker) {
            this.xml = xml;
            this.taker = taker;
        }

        void read() throws XMLStreamException {
            boolean wanted = true;
            while (wanted && next(xml) && !isEnd(xml, "sheetData")) {
                if (isStart(xml, "row")) {
                    String given = xml.getAttributeValue(null, "r");
                    number = given == null ? number + 1 : Integer.parseInt(given);
                    row();
                    wanted = taker.row(number, cells.toArray(String[]::new));
                }
            }
        }

        private void row() throws XMLStreamException {
            cells.clear();
            int column = -1;
            while (next(xml) && !isEnd(xml, "row")) {
                if (isStart(xml, "c")) {
                    column = column(xml.getAttributeValue(null, "r"), column + 1);
                    String cell = cell();
                    if (!cell.isEmpty()) {
                        put(column, cell);
                    }
                }
            }
        }

        private void put(int column, String cell) {
            if (column >= limits.columns()) {
                throw new FileRefused(number, Words.tooManyColumns(limits.columns()));
            }
            if (cell.length() > limits.cellCharacters()) {
                throw new FileRefused(number, Words.tooLongACell(limits.cellCharacters()));
            }
            while (cells.size() < column) {
                cells.add("");
            }
            if (column < cells.size()) {
                cells.set(column, cell);
            } else {
                cells.add(cell);
            }
        }

        /** AB12 is in the 28th column. */
        private int column(String reference, int otherwise) {
            if (reference == null) {
                return otherwise;
            }
            int column = 0;
            for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
                column = Math.min(column * 26 + Character.toUpperCase(reference.charAt(i)) - 'A' + 1, 1 << 20);
            }
            return column - 1;
        }

        private String cell() throws XMLStreamException {
            String type = xml.getAttributeValue(null, "t");
            String style = xml.getAttributeValue(null, "s");
            String value = null;
            boolean computed = false;
            while (next(xml) && !isEnd(xml, "c")) {
                if (isStart(xml, "v")) {
                    value = xml.getElementText();
                } else if (isStart(xml, "is")) {
                    value = words(xml, "is");
                } else if (isStart(xml, "f")) {
                    computed = true;
                }
            }
            if (value == null) {
                return computed ? UNCOMPUTED : "";
            }
            return shown(type == null ? "n" : type, style, value);
        }

        private String shown(String type, String style, String value) {
            return switch (type) {
                case "s" -> sharedString(value);
                case "b" -> "1".equals(value) ? "TRUE" : "FALSE";
                case "n" -> value.isBlank() ? "" : formats.shown(value, style, from1904);
                default -> value;
            };
        }

        private String sharedString(String value) {
            int index = Integer.parseInt(value.strip());
            return index >= 0 && index < shared.size() ? shared.get(index) : "";
        }
    }
}
