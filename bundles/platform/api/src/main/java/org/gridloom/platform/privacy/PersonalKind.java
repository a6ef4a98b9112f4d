package org.gridloom.platform.privacy;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gridloom.platform.text.Text;

/** What sort of personal datum a field holds: how it is checked, brought into one form, and masked. */
public enum PersonalKind {
    /** Mobile number or landline of mainland China: {@code 138****5678}. */
    PHONE {
        @Override
        public String normal(String given) {
            String digits = folded(given).replaceAll("[\\s()-]", "");
            return digits.replaceFirst("^(\\+|00)86", "");
        }

        @Override
        public Optional<Text> fault(String given) {
            return NUMBER.matcher(normal(given)).matches()
                    ? Optional.empty()
                    : Optional.of(Text.of(
                            "应为 11 位手机号,或带区号的固定电话",
                            "Must be a mobile number of 11 digits, or a landline with its area code"));
        }

        @Override
        public String masked(String clear) {
            return stars(clear, PHONE_HEAD, TAIL);
        }
    },
    /** Number of an identity card (GB 11643, with its check digit): {@code 2101**********1234}. */
    ID_NUMBER {
        @Override
        public String normal(String given) {
            return folded(given).replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        }

        @Override
        public Optional<Text> fault(String given) {
            String number = normal(given);
            return ID.matcher(number).matches() && number.charAt(ID_LENGTH) == checkDigit(number)
                    ? Optional.empty()
                    : Optional.of(Text.of(
                            "应为 18 位身份证号,最后一位为校验码",
                            "Must be an identity number of 18 characters, the last of them its check digit"));
        }

        @Override
        public String masked(String clear) {
            return stars(clear, ID_HEAD, TAIL);
        }
    },
    /** A name: {@code 王**}. */
    NAME {
        @Override
        public String masked(String clear) {
            return stars(clear, 1, 0);
        }
    },
    /** An address: only its beginning, as far as the street or so. */
    ADDRESS {
        @Override
        public String masked(String clear) {
            int head = Math.min(ADDRESS_HEAD, clear.codePointCount(0, clear.length()) / 2);
            return clear.substring(0, clear.offsetByCodePoints(0, head)) + ALL_HIDDEN;
        }
    },
    /** Running text, as a remark: kept as it was typed, nothing of it is shown. */
    TEXT {
        @Override
        public String normal(String given) {
            return given.strip();
        }

        @Override
        public Optional<Text> fault(String given) {
            return normal(given).equals(ALL_HIDDEN)
                    ? Optional.of(Text.of("不能只是脱敏后的星号", "Must not be the stars of a masked value"))
                    : super.fault(given);
        }

        @Override
        public String masked(String clear) {
            return ALL_HIDDEN;
        }
    },
    /**
     * What tells people of one name apart, as sex or year of birth: encrypted where it is kept, and shown whole to whoever may
     * read the record.
     */
    SHOWN {
        @Override
        public String masked(String clear) {
            return clear;
        }
    },
    /** Anything else: nothing of it is shown. */
    OTHER {
        @Override
        public String masked(String clear) {
            return ALL_HIDDEN;
        }
    };

    private static final Pattern NUMBER = Pattern.compile("1[3-9]\\d{9}|0[1-9]\\d{8,10}");
    private static final Pattern ID = Pattern.compile("[1-9]\\d{5}(18|19|20)\\d{9}[0-9X]");
    private static final String ID_CHECK = "10X98765432";
    private static final int ID_LENGTH = 17;
    private static final int ID_HEAD = 4;
    private static final int PHONE_HEAD = 3;
    private static final int TAIL = 4;
    private static final int ADDRESS_HEAD = 6;
    private static final String ALL_HIDDEN = "****";

    /** The one form that is kept and compared, so that spaces or a small x make no difference. */
    public String normal(String given) {
        return folded(given).strip();
    }

    /** What is wrong with what was typed, and what is allowed; never repeats it. */
    public Optional<Text> fault(String given) {
        return normal(given).isEmpty() ? Optional.of(Text.of("不能为空", "Must not be empty")) : Optional.empty();
    }

    /** What who may not read it sees. */
    public abstract String masked(String clear);

    /** Full-width digits and letters as half-width ones. */
    private static String folded(String given) {
        return Normalizer.normalize(given, Normalizer.Form.NFKC);
    }

    /** All but the first and last characters as stars, one at least; of what is short, more is hidden. */
    private static String stars(String clear, int head, int tail) {
        int length = clear.codePointCount(0, clear.length());
        int shownTail = length > head + tail ? tail : 0;
        int shownHead = Math.min(head, length);
        int from = clear.offsetByCodePoints(0, shownHead);
        int to = clear.offsetByCodePoints(0, length - shownTail);
        return clear.substring(0, from) + "*".repeat(Math.max(1, clear.codePointCount(from, to))) + clear.substring(to);
    }

    /** ISO 7064, MOD 11-2. */
    private static char checkDigit(String number) {
        int rest = 0;
        for (int i = 0; i < ID_LENGTH; i++) {
            rest = (rest + number.charAt(i) - '0') * 2 % ID_CHECK.length();
        }
        return ID_CHECK.charAt(rest);
    }
}
