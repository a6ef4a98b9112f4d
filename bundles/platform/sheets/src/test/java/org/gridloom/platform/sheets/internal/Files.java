package org.gridloom.platform.sheets.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files as tests need them: workbooks part by part. */
final class Files {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    /** Style 1 is a date, style 2 words, style 3 a Chinese date. */
    private static final String STYLES = "<styleSheet xmlns='" + MAIN
            + "'><numFmts count='1'><numFmt numFmtId='180' formatCode='yyyy\"年\"m\"月\"d\"日\"'/></numFmts>"
            + "<cellXfs count='4'><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='49'/><xf numFmtId='180'/></cellXfs>"
            + "</styleSheet>";

    private Files() {}

    static InputStream csv(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A workbook of one sheet with these rows in XML. */
    static InputStream xlsx(String rows) throws IOException {
        return zip(parts("", rows));
    }

    static Map<String, String> parts(String prolog, String rows) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns='" + MAIN + "' xmlns:r='" + RELATIONS
                        + "'><sheets><sheet name='hidden' sheetId='1' state='hidden' r:id='rId1'/>"
                        + "<sheet name='s' sheetId='2' r:id='rId2'/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                        + "<Relationship Id='rId1' Target='worksheets/sheet1.xml'/>"
                        + "<Relationship Id='rId2' Target='worksheets/sheet2.xml'/>"
                        + "<Relationship Id='rId3' Target='styles.xml'/></Relationships>");
        parts.put("xl/styles.xml", STYLES);
        parts.put("xl/worksheets/sheet1.xml", "<worksheet xmlns='" + MAIN + "'><sheetData/></worksheet>");
        parts.put(
                "xl/worksheets/sheet2.xml",
                prolog + "<worksheet xmlns='" + MAIN + "'><sheetData>" + rows + "</sheetData></worksheet>");
        return parts;
    }

    static InputStream zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    /** A row of words, numbers written as {@code #123}, dates as {@code @45000}, nothing as an empty cell. */
    static String row(int number, String... cells) {
        StringBuilder row = new StringBuilder("<row r='" + number + "'>");
        for (int i = 0; i < cells.length; i++) {
            String at = "r='" + (char) ('A' + i) + number + "'";
            if (cells[i].startsWith("#")) {
                row.append("<c " + at + "><v>" + cells[i].substring(1) + "</v></c>");
            } else if (cells[i].startsWith("@")) {
                row.append("<c " + at + " s='1'><v>" + cells[i].substring(1) + "</v></c>");
            } else if (!cells[i].isEmpty()) {
                row.append("<c " + at + " t='inlineStr'><is><t>" + cells[i] + "</t></is></c>");
            }
        }
        return row.append("</row>").toString();
    }
}
