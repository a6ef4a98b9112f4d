package org.gridloom.platform.operations.internal.tls;

/** A certificate or key cannot be used. The message says why and what to do, in both languages; never what is in a key. */
final class UnusablePemException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String zh;
    private final String en;

    UnusablePemException(String zh, String en) {
        super(zh + " / " + en);
        this.zh = zh;
        this.en = en;
    }

    String zh() {
        return zh;
    }

    String en() {
        return en;
    }
}
