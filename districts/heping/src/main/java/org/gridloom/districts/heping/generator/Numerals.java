package org.gridloom.districts.heping.generator;

import java.util.Locale;

/** Numbers as names and codes write them. */
final class Numerals {

    private static final String DIGITS = "零一二三四五六七八九";

    private Numerals() {}

    /** In digits, filled up with zeros in front, whatever the machine's language. */
    static String padded(int number, int digits) {
        return String.format(Locale.ROOT, "%0" + digits + "d", number);
    }

    /** In Chinese, from 1 to 99: 一, 十, 十二, 二十一. */
    static String of(int number) {
        int tens = number / 10;
        int ones = number % 10;
        return (tens > 1 ? DIGITS.substring(tens, tens + 1) : "")
                + (tens > 0 ? "十" : "")
                + (ones > 0 ? DIGITS.substring(ones, ones + 1) : "");
    }
}
