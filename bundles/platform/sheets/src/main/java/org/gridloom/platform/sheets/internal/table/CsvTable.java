package org.gridloom.platform.sheets.internal.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.gridloom.platform.files.Sha256;
import org.gridloom.platform.sheet.SheetFormat;
import org.gridloom.platform.text.Text;

/** Comma-separated values in UTF-8 or GB18030; which, shows only at the end of the file. */
final class CsvTable implements RawTable {

    private static final Charset[] ENCODINGS = {StandardCharsets.UTF_8, Charset.forName("GB18030")};
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private final Path file;
    private final Charset encoding;
    private final Limits limits;

    private CsvTable(Path file, Charset encoding, Limits limits) {
        this.file = file;
        this.encoding = encoding;
        this.limits = limits;
    }

    static CsvTable of(Path file, Limits limits) throws IOException {
        for (Charset encoding : ENCODINGS) {
            if (isIn(encoding, file)) {
                return new CsvTable(file, encoding, limits);
            }
        }
        throw new FileRefused(Text.of("文件既不是 UTF-8 也不是 GB18030 编码的文本", "Is text neither in UTF-8 nor in GB18030"));
    }

    private static boolean isIn(Charset encoding, Path file) throws IOException {
        try (Reader reader = reader(file, encoding)) {
            reader.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException otherwise) {
            return false;
        }
    }

    private static Reader reader(Path file, Charset encoding) throws IOException {
        return new BufferedReader(new InputStreamReader(
                Files.newInputStream(file),
                encoding.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    @Override
    public String sha256() throws IOException {
        return Sha256.of(file);
    }

    @Override
    public SheetFormat format() {
        return SheetFormat.CSV;
    }

    @Override
    public void each(Taker taker) throws IOException {
        try (Reader reader = reader(file, encoding)) {
            reader.mark(1);
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
            try (CSVParser parser = CSVParser.parse(reader, FORMAT)) {
                each(parser.iterator(), taker);
            }
        }
    }

    private void each(Iterator<CSVRecord> records, Taker taker) {
        int number = 1;
        while (hasNext(records, number)) {
            CSVRecord each = records.next();
            number = (int) each.getRecordNumber();
            if (!taker.row(number, cells(each, number))) {
                return;
            }
            number++;
        }
    }

    private static boolean hasNext(Iterator<CSVRecord> records, int row) {
        try {
            return records.hasNext();
        } catch (UncheckedIOException | IllegalStateException malformed) {
            throw new FileRefused(row, Text.of("该行起引号不成对,无法读取", "Quotation marks do not match from this row on"));
        }
    }

    private String[] cells(CSVRecord csv, int number) {
        if (csv.size() > limits.columns()) {
            throw new FileRefused(number, Words.tooManyColumns(limits.columns()));
        }
        String[] cells = csv.values();
        for (int i = 0; i < cells.length; i++) {
            if (cells[i].length() > limits.cellCharacters()) {
                throw new FileRefused(number, Words.tooLongACell(limits.cellCharacters()));
            }
            cells[i] = Formulas.unguarded(cells[i]);
        }
        return cells;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
