package org.gridloom.platform.security.internal.domain;

import java.util.Locale;

/** Names of accounts are kept in lower case, so that two accounts never differ by case alone. */
public final class AccountName {

    public static final String PATTERN = "[A-Za-z][A-Za-z0-9._-]{1,39}";
    public static final String MEANING = "应以字母开头,由 2 至 40 个字母、数字、点、下划线或连字符组成"
            + " | Must begin with a letter and have 2 to 40 letters, digits, dots, underscores or hyphens";

    private AccountName() {}

    public static String canonical(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }
}
