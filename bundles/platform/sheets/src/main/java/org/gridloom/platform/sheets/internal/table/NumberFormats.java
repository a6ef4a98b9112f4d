package org.gridloom.platform.sheets.internal.table;

import static org.gridloom.platform.sheets.internal.table.Workbook.isEnd;
import static org.gridloom.platform.sheets.internal.table.Workbook.isStart;
import static org.gridloom.platform.sheets.internal.table.Workbook.next;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Which styles of a workbook show a number as a date, and numbers as words. */
public final class NumberFormats {

    /** A spreadsheet keeps no more digits of a number. */
    private static final int KEPT_DIGITS = 15;

    private static final Pattern NOT_FORMAT = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.");
    private static final Pattern DATE = Pattern.compile("[ymdhs]", Pattern.CASE_INSENSITIVE);
    private static final long SECONDS = 86_400;
    /** The day before the first of the calendar, which has a 29th of February 1900. */
    private static final LocalDate START = LocalDate.of(1899, 12, 30);

    private static final LocalDate START_1904 = LocalDate.of(1904, 1, 1);
    private static final int LAST_BEFORE_LEAP = 60;
    private static final double LATEST = 2_958_466;

    private final Set<Integer> dates = new HashSet<>();
    private final BitSet dated = new BitSet();

    void read(XMLStreamReader xml) throws XMLStreamException {
        int style = 0;
        boolean inStyles = false;
        while (next(xml)) {
            if (isStart(xml, "numFmt")) {
                String code = xml.getAttributeValue(null, "formatCode");
                String plain = NOT_FORMAT.matcher(code == null ? "" : code).replaceAll("");
                if (DATE.matcher(plain).find() && !plain.equalsIgnoreCase("general")) {
                    dates.add(Integer.valueOf(xml.getAttributeValue(null, "numFmtId")));
                }
            } else if (isStart(xml, "cellXfs")) {
                inStyles = true;
            } else if (isEnd(xml, "cellXfs")) {
                inStyles = false;
            } else if (inStyles && isStart(xml, "xf")) {
                dated.set(style++, isDate(xml.getAttributeValue(null, "numFmtId")));
            }
        }
    }

    /** Built in are 14 to 22 and 45 to 47, and with a Chinese program 27 to 36 and 50 to 58. */
    private boolean isDate(String format) {
        int id = format == null ? 0 : Integer.parseInt(format);
        return dates.contains(id)
                || id >= 14 && id <= 22
                || id >= 27 && id <= 36
                || id >= 45 && id <= 47
                || id >= 50 && id <= 58;
    }

    /** A number as words: a date where it is shown as one; with an exponent where it has lost digits. */
    String shown(String value, String style, boolean from1904) {
        BigDecimal number = new BigDecimal(value.strip());
        if (style != null && dated.get(Integer.parseInt(style))) {
            double days = number.doubleValue();
            if (days >= 0 && days < LATEST) {
                return date(days, from1904);
            }
        }
        if (number.precision() - number.scale() > KEPT_DIGITS) {
            return number.round(new MathContext(KEPT_DIGITS)).toString();
        }
        // What binary fractions add behind the digits that are kept.
        BigDecimal plain = number.round(new MathContext(KEPT_DIGITS)).stripTrailingZeros();
        return plain.signum() == 0 ? "0" : plain.toPlainString();
    }

    private static String date(double days, boolean from1904) {
        long whole = (long) Math.floor(days);
        long seconds = Math.round((days - whole) * SECONDS);
        LocalDate start = from1904 ? START_1904 : whole < LAST_BEFORE_LEAP ? START.plusDays(1) : START;
        LocalDateTime at = start.atStartOfDay().plusDays(whole).plusSeconds(seconds);
        if (whole == 0 && !from1904) {
            return at.toLocalTime().toString();
        }
        return seconds == 0
                ? at.toLocalDate().toString()
                : at.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ');
    }

    /** The day of a number that is not shown as one. */
    public static LocalDate day(int days) {
        return START.plusDays(days);
    }
}
