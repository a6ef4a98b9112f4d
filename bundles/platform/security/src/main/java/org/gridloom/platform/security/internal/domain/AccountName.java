package org.gridloom.platform.security.internal.domain;

import java.util.Locale;

/** Names of accounts are kept in lower case, so that two accounts never differ by case alone. */
public final class AccountName {

    public static final String PATTERN = "[A-Za-z][A-Za-z0-9._-]{1,39}";

    private AccountName() {}

    public static String canonical(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }
}
